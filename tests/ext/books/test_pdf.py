"""The PDF: all pages in order, links and bookmarks that lead somewhere, nothing of the machine."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pikepdf import Pdf
from pypdf import PdfReader
from small_book import build_book

from books import chromium, contents

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]  # one worker prints for all


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print the small book once."""
    if chromium.found() is None:
        pytest.skip(f"NO PDF TESTED: {chromium.MISSING}")
    output, errors = build_book(tmp_path_factory.mktemp("book"), "pdf")
    assert errors == ""
    return output / "small.pdf"


@pytest.fixture
def book(pdf: Path) -> PdfReader:
    """Return the book, parsed."""
    return PdfReader(pdf)


def texts(book: PdfReader) -> list[str]:
    """Return the text of each page, without spaces: how wide they are is the printer's business."""
    return ["".join(page.extract_text().split()) for page in book.pages]


def test_all_pages_are_there_in_reading_order(book: PdfReader) -> None:
    """Cover, contents, home page, and each chapter with its pages behind its own sections."""
    text = "".join(texts(book))
    expected = [
        *("一本小书，用来测试", "中文，1.0版，2023-11-14", "https://example.org/zh/", "目录"),
        *("首页的文字", "首页的脚注", "这一章的文字", "章末的文字"),
        *("第一页的文字", 'print("code")', "第一页的脚注", "第二页的文字", "最后的文字"),
    ]
    places = [text.index(one) for one in expected]
    assert places == sorted(places)


def test_chapters_begin_on_a_new_page(book: PdfReader) -> None:
    """No page is empty, and all but the cover have a number."""
    beginnings = [
        "小书一本",
        "2目录",
        "3小书首页",
        "41第一章这一章",
        "52最后一章最后",
    ]  # with numbers, also of chapters
    for text, beginning in zip(texts(book), beginnings, strict=True):
        assert text.startswith(beginning)


def test_bookmarks_are_the_headings(book: PdfReader) -> None:
    """Nested, with the pages of a chapter below it."""

    def nested(entries: list[Any]) -> list[Any]:
        return [nested(one) if isinstance(one, list) else one.title for one in entries]

    assert nested(book.outline) == [
        "目录",
        *("小书", ["首页的一节"]),
        *("1 第一章", ["目录树之后的一节", "1.1 第一页", ["小节"], "1.2 第二页"]),
        "2 最后一章",
    ]


def test_the_contents_have_the_numbers_of_the_pages(book: PdfReader) -> None:
    """Those that stand at the foot of the page at which an entry begins."""
    assert texts(book)[1] == "2目录小书31第一章41.1第一页41.2第二页42最后一章5"
    assert texts(book)[3].startswith("41第一章")


def test_all_that_is_printed_belongs_to_the_structure(book: PdfReader) -> None:
    """Also in the contents, which are printed apart."""
    known: dict[int, set[int]] = {}

    def walk(node: Any, page: int) -> None:  # noqa: ANN401 - whatever a PDF is made of
        node = node.get_object()
        if isinstance(node, int):
            known.setdefault(page, set()).add(node)
        elif isinstance(node, list):
            for one in node:
                walk(one, page)
        elif "/MCID" in node:
            walk(node["/MCID"], node.raw_get("/Pg").idnum if "/Pg" in node else page)
        elif "/K" in node:
            walk(node["/K"], node.raw_get("/Pg").idnum if "/Pg" in node else page)

    walk(book.trailer["/Root"]["/StructTreeRoot"], 0)
    for page in book.pages:
        assert page.indirect_reference is not None
        content = page["/Contents"].get_data()
        drawn = {int(number) for number in re.findall(rb"/MCID (\d+)", content)}
        assert drawn <= known[page.indirect_reference.idnum]


def test_a_front_with_other_parts_is_an_error() -> None:
    """It would be read aloud wrong."""
    books = []
    for count in (1, 1, 2):
        one = Pdf.new()
        parts = b"".join(b"/P <</MCID %d>> BDC EMC\n" % part for part in range(count))
        one.add_blank_page().Contents = one.make_stream(parts)
        books.append(one)
    contents.replace(books[0], books[1])
    with pytest.raises(RuntimeError, match="another with its numbers"):
        contents.replace(books[0], books[2])


def test_links_lead_to_places_in_the_book(book: PdfReader) -> None:
    """Equal names on two pages, such as footnotes, are kept apart."""
    pages = {
        name: book.get_destination_page_number(place)
        for name, place in book.named_destinations.items()
    }
    annotations = [one.get_object() for page in book.pages for one in page.get("/Annots", ())]
    inner = [str(one["/Dest"]) for one in annotations if "/Dest" in one]
    outer = [one["/A"]["/URI"] for one in annotations if "/A" in one]
    assert set(inner) <= pages.keys()
    assert outer == ["https://example.org/zh/", "https://example.org/outside"]
    assert pages["/document-index#home-page"] == 2
    assert pages["/document-chapter/first#first-section"] == 3
    for page, number in (("index", 2), ("chapter/first", 3)):
        for note in ("one", "id2"):  # there and back; Docutils counts on each page anew
            assert pages[f"/document-{page}#{note}"] == number


def test_every_name_is_there_once(pdf: Path) -> None:
    """Chromium leaves out links that lead nowhere, so the page that it prints is asked."""
    page = BeautifulSoup(pdf.with_name("index.html").read_text(encoding="utf-8"), "html.parser")
    names = [one["id"] for one in page.find_all(id=True)]
    assert len(names) == len(set(names))
    links = [one["href"] for one in page.find_all("a") if one["href"].startswith("#")]
    assert len(links) == 5 + 4 + 2 * 2  # contents, links, footnotes there and back
    assert {link.removeprefix("#") for link in links} <= set(names)


def test_it_is_tagged_and_says_what_it_is(book: PdfReader) -> None:
    """Software that reads aloud needs structure, language and title."""
    root = book.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "zh-Hans"
    assert book.metadata is not None
    assert book.metadata.title == "小书"


def test_all_fonts_are_in_it(book: PdfReader) -> None:
    """Each is embedded, or drawn in the file itself (what Chromium makes of a Chinese font)."""
    fonts = [
        font.get_object() for page in book.pages for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        if font["/Subtype"] != "/Type3":
            (inner,) = font["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            assert descriptor.keys() & {"/FontFile2", "/FontFile3"}, font["/BaseFont"]


def test_two_builds_are_the_same(pdf: Path, tmp_path: Path) -> None:
    """At another time, in another folder and time zone, byte by byte; with no path of either."""
    output, _ = build_book(tmp_path / "an other folder", "pdf", TZ="Asia/Shanghai")
    again = (output / "small.pdf").read_bytes()
    assert again == pdf.read_bytes()
    metadata = PdfReader(pdf).metadata
    assert metadata is not None
    changed = datetime.fromtimestamp(1_700_000_000, UTC)
    assert metadata.creation_date == metadata.modification_date == changed
    for path in (tmp_path, pdf.parent):
        assert str(path).encode() not in again


def test_code_has_its_colours(pdf: Path) -> None:
    """The site has its style in one file; the book loads that of code by itself."""
    page = pdf.with_name("index.html").read_text(encoding="utf-8")
    assert '<span class="nb">print</span>' in page
    assert 'href="_static/pygments.css' in page


def test_without_chromium_there_is_no_pdf(tmp_path: Path) -> None:
    """One line says so, and it is not an error."""
    output, errors = build_book(tmp_path, "pdf", PATH="", CHROMIUM="")
    assert errors == f"NO PDF OF small: {chromium.MISSING}\n"
    assert not (output / "small.pdf").exists()
    assert (output / "index.html").exists()


def test_a_chromium_that_prints_nothing_is_an_error(tmp_path: Path) -> None:
    """The message has what it said."""
    with pytest.raises(subprocess.CalledProcessError) as raised:
        build_book(tmp_path, "pdf", CHROMIUM=sys.executable)
    assert "printed nothing, exit status" in raised.value.stderr
