"""A page is what its files say now, whatever their dates say."""

import os
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp


def put_back(path: Path, text: str) -> None:
    """Write a text as of last year, as an undo, a copy or a clock that was wrong does."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:'myst_parser")
@pytest.mark.sphinx("html", testroot="card", srcdir="card-outdated")
def test_an_older_file_is_another_one(app: SphinxTestApp) -> None:
    """Of the page itself, and of the snippet on it; what is as it was is not read again."""
    page, snippet = app.srcdir / "index.md", app.srcdir / "snippets/event_loop/two_kettles.py"
    app.setup_extension("pages.outdated")
    app.build()
    written = app.outdir / "index.html"
    read: list[str] = []
    app.connect("env-purge-doc", lambda _app, _env, docname: read.append(docname))
    put_back(page, page.read_text(encoding="utf-8") + "\nPut back.\n")
    app.build()
    assert "Put back." in written.read_text(encoding="utf-8")
    put_back(snippet, snippet.read_text(encoding="utf-8").replace("small", "older"))
    app.build()
    assert "older: on" in written.read_text(encoding="utf-8")
    assert "index" in read
    read.clear()
    app.build()
    assert read == []
