"""Links that say their targets' titles."""

import pytest
from sphinx.testing.util import SphinxTestApp

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


@pytest.mark.sphinx(
    "html",
    testroot="rules",
    srcdir="rules-titles",
    confoverrides={"extensions": ["myst_parser", "markup.rule", "markup.titles"]},
)
def test_code_in_a_title_is_code_in_a_link(app: SphinxTestApp) -> None:
    """Within the page and from another one; what has a text of its own keeps it."""
    path = next(path for path in app.srcdir.rglob("*.md") if path.stem != "index")
    links = "[](#why-wait) [](#plain) [mine](#why-wait)"
    titles = "(why-wait)=\n## Why `wait()`?\n\nText.\n\n(plain)=\n## Plain\n\nText.\n"
    for page, more in (
        (path, f"\n\n{links}\n\n{titles}"),
        (app.srcdir / "index.md", f"\n\n{links}\n"),
    ):
        page.write_text(page.read_text("utf-8") + more, encoding="utf-8")
    app.build()
    code = '<span class="std std-ref">Why <code class="docutils literal notranslate">'
    for name in ("index", path.relative_to(app.srcdir).with_suffix("").as_posix()):
        html = (app.outdir / f"{name}.html").read_text("utf-8")
        assert html.count(code) == 1, name
        assert '<span class="std std-ref">Plain</span>' in html
        assert ">mine</" in html
