"""What files may be called: names of pages become addresses, those of snippets are imported."""

import re
import sys
from collections.abc import Iterator
from pathlib import PurePath

_PAGE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PROGRAM = re.compile(r"[a-z_][a-z0-9_]*")
_OTHER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.))*")
_TAKEN = frozenset({"genindex", "py-modindex", "search"})
"""Pages that Sphinx writes itself."""
_DEVICES = re.compile(r"(?:aux|con|nul|prn|com\d|lpt\d)", re.IGNORECASE)
"""No file can be called so on Windows, whatever its ending."""


def problem(path: PurePath) -> str | None:
    """Return what is wrong with the name of a source, by its path below the tree; None if fine."""
    *folders, name = path.parts
    stem = PurePath(name).stem
    words = (*folders, stem)
    device = next((word for word in words if _DEVICES.fullmatch(word)), None)
    if device is not None:
        return f"Windows has no file called {device!r}; rename it"
    return next(_of_kind(path.suffix, words, name), None)


def _of_kind(suffix: str, words: tuple[str, ...], name: str) -> Iterator[str]:
    match suffix:
        case ".md":
            if not all(map(_PAGE.fullmatch, words)):
                yield "its name becomes an address: use lower-case letters, digits and hyphens"
            if words[0] in _TAKEN and len(words) == 1:
                yield f"Sphinx writes a page {words[0]!r} itself; rename it"
        case ".py":
            if not all(map(_PROGRAM.fullmatch, words)):
                yield "a snippet's name has lower-case letters, digits and underscores"
            if words[-1] in sys.stdlib_module_names:
                yield f"Python would import it instead of its own module {words[-1]!r}; rename it"
        case _:
            if not _OTHER.fullmatch(name):
                yield "its name becomes an address: use letters, digits, hyphens and dots"
