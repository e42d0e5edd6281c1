"""Small sites with cards: how tests build them, and find a card on a page."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from sphinx.testing.util import SphinxTestApp

Warnings = Callable[[SphinxTestApp], list[str]]
MakeApp = Callable[..., SphinxTestApp]
IN_CHINESE = {"language": "zh_CN"}


def figure(app: SphinxTestApp, page: str, anchor: str) -> Tag:
    """Return a card of a built page."""
    html = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")
    found = html.find("figure", id=anchor)
    assert isinstance(found, Tag)
    return found


def text(found: Tag | None) -> str:
    """Return the text of an element that must be there."""
    assert found is not None
    return found.get_text()


def copy_root(rootdir: Path, name: str, to: Path) -> Path:
    """Return a copy of a test root that a test may change."""
    return Path(shutil.copytree(rootdir / f"test-{name}", to / name))
