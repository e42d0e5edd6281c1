"""The EPUB: what Sphinx leaves out or writes differently each time."""

import re
import zipfile
from pathlib import Path

import pytest
from small_book import build_book

from books.epub import namespaced

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("epub")]  # one worker builds for all


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small book once."""
    output, errors = build_book(tmp_path_factory.mktemp("book"), "epub")
    assert errors == ""
    return output / "small.epub"


def read(book: Path, name: str) -> str:
    """Return a text of the book."""
    with zipfile.ZipFile(book) as files:
        return files.read(name).decode()


def test_two_builds_are_the_same(book: Path, tmp_path: Path) -> None:
    """At another time, in another folder and time zone, byte by byte."""
    output, _ = build_book(tmp_path / "an other folder", "epub", TZ="Asia/Shanghai")
    assert (output / "small.epub").read_bytes() == book.read_bytes()


def test_it_has_the_date_of_the_last_change(book: Path) -> None:
    """The list of files and the archive have it."""
    assert '"dcterms:modified">2023-11-14T22:13:20Z</meta>' in read(book, "content.opf")
    with zipfile.ZipFile(book) as files:
        assert {one.date_time for one in files.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_a_date_that_is_not_known_is_always_the_same(tmp_path: Path) -> None:
    """Sources from an archive have no history, and Sphinx would write the time of the build."""
    output, _ = build_book(tmp_path, "epub", dated=False)
    assert ">1980-01-01T00:00:00Z</meta>" in read(output / "small.epub", "content.opf")


def test_the_contents_are_the_pages_below_their_chapters(book: Path) -> None:
    """Each page is there once, in reading order, and no section."""
    contents = read(book, "nav.xhtml")
    assert re.findall(r"</?ol>|(?<=>)[^<>]+(?=</a>)", contents) == [
        *("<ol>", "小书", "1 第一章"),
        *("<ol>", "1.1 第一页", "1.2 第二页", "</ol>"),
        *("2 最后一章", "</ol>"),
    ]
    assert "<title>目录</title>" in contents


def test_titles_have_their_numbers(book: Path) -> None:
    """A page's own, and of its sections none."""
    with zipfile.ZipFile(book) as files:
        texts = [files.read(one).decode() for one in files.namelist() if one.endswith(".xhtml")]
    titles = [
        re.sub(r"<[^>]*>", "", one) for text in texts for one in re.findall(r"<h1>.*?</h1>", text)
    ]
    assert {"小书", "1 第一章", "1.1 第一页"} <= set(titles)
    assert not re.search(r"<h2><span class=.section-number", "".join(texts))


def test_every_page_names_its_language(book: Path) -> None:
    """Fonts and the breaking of lines depend on it."""
    with zipfile.ZipFile(book) as files:
        pages = [name for name in files.namelist() if name.endswith(".xhtml")]
    assert len(pages) == 6  # five, and the list of contents
    for page in pages:
        assert re.search(r'<html[^>]* lang="zh[^>]* xml:lang="zh', read(book, page))


def test_drawings_are_seen() -> None:
    """In XHTML an element without its namespace is nothing: pictures would be empty."""
    space = 'xmlns="http://www.w3.org/2000/svg"'
    assert namespaced('<p><svg class="a"><g/></svg></p>') == (
        f'<p><svg {space} class="a"><g/></svg></p>'
    )
    assert namespaced(f"<svg\n width='1' {space}/><svg>") == (
        f"<svg\n width='1' {space}/><svg {space}>"
    )


def test_both_lists_name_the_same_book(book: Path) -> None:
    """Readers' shelves tell books apart by their identifiers."""
    identifier = "urn:uuid:00000000-0000-0000-0000-000000000000"
    assert f'<dc:identifier id="book">{identifier}</dc:identifier>' in read(book, "content.opf")
    assert f'<meta name="dtb:uid" content="{identifier}"/>' in read(book, "toc.ncx")
