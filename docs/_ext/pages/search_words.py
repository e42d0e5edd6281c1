"""What the search knows of words beside what the pages say: the files of ``docs/search/``.

In ``stop.toml`` are the words that do not count. In ``en.toml`` and ``zh.toml`` stands, of each
page, what readers type who look for it and do not know its words. A search by words finds no story
that is told in others; taking what may be asked for words of the page is the usual remedy, known as
document expansion: Nogueira and others, "Document Expansion by Query Prediction", 2019.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from pages.search_terms import Stop, stop

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from language.languages import Language

logger = logging.getLogger(__name__)

_AT = re.compile(r"line (\d+)")


def left_out(folder: Path) -> Stop:
    """Return what does not count; nothing, where there is no such file."""
    found = _read(folder / "stop.toml")
    return stop(f"{found.get('en', '')} {found.get('zh', '')}", found.get("whole", ""))


def asked(folder: Path, language: Language, pages: Container[str]) -> Mapping[str, list[str]]:
    """Return of pages, by their names, what readers type; a name of no page is a warning."""
    path = folder / f"{language.folder}.toml"
    found: Mapping[str, list[str]] = _read(path)
    for name in (name for name in found if name not in pages):
        lines = path.read_text(encoding="utf-8").splitlines()
        line = next(n for n, text in enumerate(lines, 1) if text.strip('"').startswith(name))
        _warn(f"there is no page {name!r}; write the name of its file, without `.md`", path, line)
    return found


def _read(path: Path) -> Mapping[str, Any]:
    """Return what a file says; nothing, if it cannot be read, which is a warning."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        _warn(f"this is no TOML: {error}", path, int(at[1]) if at else len(text.splitlines()))
        return {}


def _warn(message: str, path: Path, line: int) -> None:
    logger.warning(message, location=f"{path}:{line}", type="search", subtype="words")
