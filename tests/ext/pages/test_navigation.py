"""The tree in the sidebar is what furo would have made."""

from pathlib import Path
from typing import Any

import pytest
from furo import _compute_navigation_tree
from sphinx.testing.util import SphinxTestApp

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


@pytest.mark.sphinx("html", testroot="navigation")
def test_each_page_has_the_tree_that_furo_would_make(app: SphinxTestApp) -> None:
    """Chapters in chapters, captions, code in titles, other names, other sites; pages outside."""
    wanted: dict[str, str] = {}
    got: dict[str, str] = {}

    def before(_app: object, page: str, _name: str, context: dict[str, Any], _tree: object) -> None:
        wanted[page] = _compute_navigation_tree(context)

    def after(_app: object, page: str, _name: str, context: dict[str, Any], _tree: object) -> None:
        got[page] = context["furo_navigation_tree"]

    app.connect("html-page-context", before, priority=1)
    app.connect("html-page-context", after, priority=999)
    app.build()
    assert got == wanted
    assert {"index", "orphan", "search", "chapter/deep/two"} <= got.keys()
    assert not app.warning.getvalue()


@pytest.mark.sphinx("html", testroot="navigation", srcdir="navigation-changed")
def test_the_next_build_sees_new_titles(app: SphinxTestApp) -> None:
    """Live preview builds again and again with one application."""
    app.build()
    Path(app.srcdir, "alone.md").write_text("# Not alone\n", encoding="utf-8")
    app.build(force_all=True)
    assert ">Not alone</a>" in Path(app.outdir, "chapter", "one.html").read_text(encoding="utf-8")
