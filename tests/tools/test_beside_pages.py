"""What lies beside the pages for readers: Markdown for programs, and books."""

from pathlib import Path
from posixpath import join, normpath

import pytest
from bs4 import BeautifulSoup

from books import chromium
from tools.project import HERE, LANGUAGES

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("local")]  # one worker builds for all


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_lies_beside_its_markdown(local: Path, language: str) -> None:
    """Its head leads there, and so does the list for programs."""
    listed = (local / language / "llms.txt").read_text("utf-8")
    for path in HERE.pages(language):
        name = path.relative_to(HERE.docs / language).with_suffix("").as_posix()
        page = BeautifulSoup((local / language / f"{name}.html").read_text("utf-8"), "html.parser")
        (link,) = page.select('link[type="text/markdown"]')
        assert normpath(join(name, "..", str(link["href"]))) == f"{name}.md"
        assert (local / language / f"{name}.md").read_text("utf-8").startswith("# ")
        assert f"]({name}.md)" in listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_books_are_linked(local: Path, language: str) -> None:
    """From the home page; without a Chromium there is no PDF, and none is promised."""
    page = BeautifulSoup((local / language / "index.html").read_text("utf-8"), "html.parser")
    there = ("epub", "pdf") if chromium.found() else ("epub",)
    for kind, begins in (("epub", b"PK"), ("pdf", b"%PDF")):
        book = f"whose-turn-is-it.{language}.{kind}"
        assert bool(page.select(f'article a[href="{book}"]')) == (kind in there)
        if kind in there:
            assert (local / language / book).read_bytes().startswith(begins)
