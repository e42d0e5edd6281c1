"""A page loads what is on it, however often pages are written in one process."""

import pytest
from sphinx.testing.util import SphinxTestApp


@pytest.mark.filterwarnings("ignore:'myst_parser")
@pytest.mark.sphinx("html", testroot="card", srcdir="card-assets")
def test_what_one_page_loads_comes_to_no_other(app: SphinxTestApp) -> None:
    """As in live preview: the page with the card is written last, and later one without."""
    plain, card = app.srcdir / "plain.md", app.srcdir / "index.md"
    plain.write_text("---\norphan: true\n---\n\n# Without a card\n", encoding="utf-8")
    app.build()
    for page in (card, plain):
        page.write_text(f"{page.read_text(encoding='utf-8')}\nMore.\n", encoding="utf-8")
        app.build()
    shown = (app.outdir / "plain.html").read_text(encoding="utf-8")
    assert "More." in shown
    assert "card.js" not in shown
    assert "card.css" not in shown
    with_card = (app.outdir / "index.html").read_text(encoding="utf-8")
    assert "card.js" in with_card
    assert "card.css" in with_card
