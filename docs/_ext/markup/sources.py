"""Which files authors wrote, among what editors, file managers and Python leave beside them.

Builds, preview and checks all ask here.
"""

import re
from fnmatch import translate
from pathlib import Path, PurePath

PASSING = (
    # Hidden: Vim's `.x.swp`, Emacs's lock `.#x`, the half that macOS puts beside `x`, `.DS_Store`.
    ".*",
    *("desktop.ini", "Thumbs.db", "ehthumbs.db", "Icon\r"),
    # Copies of what is being written: anybody's backup, Emacs, Vim, PyCharm, browsers.
    *("*~", "#*#", "4913", "*.sw[opx]", "*.tmp", "*.temp", "*.bak", "*.crswap", "*.part"),
    *("*___jb_tmp___", "*___jb_old___"),
    # What is compiled, and half of that.
    *("__pycache__", "*.pyc", "*.pyc.*", "*.mo", "*.mo.*"),
)
"""Names of files and folders that are no sources, as patterns."""

_PASSING = re.compile("|".join(map(translate, PASSING)))


def is_source(path: PurePath) -> bool:
    """Say whether a file is one, by its path below the folder that is looked through."""
    return not any(_PASSING.match(part) for part in path.parts)


def below(folder: Path, suffix: str = "") -> list[Path]:
    """Return the sources below a folder, in a fixed order: all, or those of a suffix."""
    return [
        path
        for path in sorted(folder.rglob(f"*{suffix}"))
        if is_source(path.relative_to(folder)) and not path.is_dir()
    ]


def excluded() -> list[str]:
    """Return the patterns as Sphinx takes them, which looks at whole paths."""
    return [pattern for name in PASSING for pattern in (name, f"**/{name}")]
