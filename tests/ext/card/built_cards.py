"""Small sites with cards: how tests build them, and find a card on a page."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from sphinx.testing.util import SphinxTestApp

Warnings = Callable[[SphinxTestApp], list[str]]
MakeApp = Callable[..., SphinxTestApp]
IN_CHINESE = {"language": "zh_CN"}


EXTENSIONS = [
    *("myst_parser", "card", "markup.rule", "records_first", "language.typography"),
    *("pages.assembly", "plain"),
]
"""What pages with lists and menus of all programs are built with."""


def build(
    make_app: MakeApp, source: Path, builder: str = "html", **overrides: object
) -> SphinxTestApp:
    """Return a small site with such pages, built."""
    app = make_app(builder, srcdir=source, confoverrides={"extensions": EXTENSIONS, **overrides})
    app.build()
    return app


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
