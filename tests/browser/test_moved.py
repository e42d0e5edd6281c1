"""A page that has moved sends its readers on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from sphinx.testing.util import SphinxTestApp

from tools.project import HERE
from tools.static_server import served

OpenPage = Callable[..., Page]
CONF = f"""\
extensions = ["myst_parser", "sphinx_reredirects"]
redirects = {{"old/place": "../index.html"}}
redirect_html_template_file = {str(HERE.docs / "_templates" / "moved.html")!r}
"""


@pytest.fixture
def moved(tmp_path: Path) -> Iterator[str]:
    """Build a site of one page, which has moved, and yield its address."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "index.md").write_text("# Home\n\n(there)=\n## There\n", encoding="utf-8")
    app = SphinxTestApp("html", source)
    app.build()
    with served(Path(app.outdir)) as address:
        yield address
    app.cleanup()


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False])
def test_the_old_address_leads_to_the_new_one(
    moved: str, open_page: OpenPage, *, scripts: bool
) -> None:
    """With scripts, to the section that was asked for; without, to the page."""
    page = open_page(java_script_enabled=scripts)
    page.goto(f"{moved}/old/place.html#there")
    page.wait_for_url(f"{moved}/index.html#there" if scripts else f"{moved}/index.html")
