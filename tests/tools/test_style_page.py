"""The page that shows every element of pages: each is there in each form of the published site."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from books import chromium
from tools.project import HERE, LANGUAGES

pytestmark = pytest.mark.xdist_group("local")  # one worker builds for all

HTML = {
    "stress": "em",
    "strength": "strong",
    "struck text": "s",
    "subscript": "sub",
    "superscript": "sup",
    "formula in a sentence": "p math",
    "formula": "div.math > math[display=block]",
    "nested list": "ul ul > li",
    "list that begins anywhere": "ol[start='3'] > li",
    "task that is done": "li > p > .task-box[aria-label]",
    "definition": "dl > dt + dd",
    "quotation": "blockquote",
    "column to the right": "td.text-right",
    "column in the middle": "td.text-center",
    "title of a table": "table#style-table > caption",
    "list table": "table caption + thead th",
    "figure": "figure img[alt][src$='queue.svg']",
    "caption": "figure#style-figure > figcaption > p",
    "what else is said of a figure": "figcaption > .legend",
    "drawing of figures": "figure.plot svg[role=img][aria-label]",
    "image": "p > img[alt][src$='queue.svg']",
    "title of code": ".code-block-caption",
    "numbers of lines": ".highlight .linenos",
    "line that stands out": ".highlight .hll",
    "doctest": ".highlight-doctest, .highlight-pycon",
    "note": ".admonition.note",
    "tip": ".admonition.tip",
    "important point": ".admonition.important",
    "warning": ".admonition.warning",
    "see also": ".admonition.seealso",
    "version that added": ".versionadded .versionmodified.added",
    "version that changed": ".versionchanged .versionmodified.changed",
    "version that deprecated": ".deprecated .versionmodified.deprecated",
    "version that removed": ".versionremoved .versionmodified.removed",
    "link within the page": "a[href$='#style-tables']",
    "link to a table": "a[href$='#style-table']",
    "link to a figure": "a[href$='#style-figure']",
    "term": "a[href*='glossary'] .std-term",
    "name in Python": "a[href^='https://docs.python.org/'] code",
    "link to another site": "a[href$='/3/library/asyncio.html']",
    "lines of a card": "a[href$='#snippet-event-loop-two-kettles'] > [data-lines='10-11']",
    "turn of a card": "a[href$='#snippet-event-loop-two-kettles'] > [data-turn='2']",
    "footnote": "aside.footnote",
    "mark of a footnote": "a.footnote-reference",
    "line": "hr",
}
"""Of the site and of the EPUB, by a selector for each element."""
SITE = {
    "abbreviation": "abbr[title]",
    "folded note": "details.admonition:not([open]) > summary",
    "other language": "a[href*='/style.html#style-page'] [lang]",
    "download": "a.download[download]",
    "card": "a[href*='snippet-event-loop-two-kettles'], a[href*='cards-two-kettles']",
}
"""Of the site alone: in books, nothing is folded, pointed at or downloaded."""
MARKDOWN = (
    *(
        "~~",
        "H₂O",
        "10⁻⁶",
        "$t_1 \\le t_2$",
        "  - ",
        "\n3. ",
        "\n4. ",
        "\n- [x] ",
        "\n- [ ] ",
        "\n> ",
    ),
    *("|:---|:---:|---:|", "](_images/queue.svg)", "```python\nprint(", "```pycon\n>>> "),
    *("$$\n\\sum_{i=1}^{n} i = \\frac{n (n + 1)}{2}\n$$", "[^1]", "\n[^1]: ", "](glossary.md)"),
    *("/style.md)", "](_downloads/"),
)
TITLES = {
    "en": (
        "A table with a title",
        "A figure has a caption.",
        "A part of a file",
        "A note that is folded",
    ),
    "zh": ("带标题的表格", "插图有说明文字。", "文件里的一段", "折叠的提示"),
}
SPELLED = {"en": "GIL (global interpreter lock)", "zh": "GIL（全局解释器锁）"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_site(local: Path, language: str) -> None:
    """And the images and files are where the page says."""
    text = (local / language / "style.html").read_text("utf-8")
    page = BeautifulSoup(text, "html.parser")
    article = page.select_one("article")
    assert article is not None
    assert [name for name, where in (HTML | SITE).items() if not article.select(where)] == []
    for image in article.select("img"):
        assert (local / language / str(image["src"])).is_file()
    assert "3.11" in article.get_text()
    assert "{{" not in article.get_text()
    assert "mathjax" not in text.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_markdown(local: Path, language: str) -> None:
    """Titles and captions are strong, and nothing is left of HTML."""
    page = (local / language / "style.md").read_text("utf-8")
    strong = [f"**{title}**" for title in TITLES[language]]
    assert [part for part in (*MARKDOWN, *strong, SPELLED[language]) if part not in page] == []
    assert re.findall(r"</?\w+>", re.sub(r"`[^`]*`|<https?:[^>]*>", "", page)) == []
    (image, *_) = re.findall(r"\]\((_images/[^)]+)\)", page)
    assert (local / language / image).is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_epub(local: Path, language: str) -> None:
    """Nothing is folded; what an abbreviation stands for is written out."""
    (path,) = (local / language).glob("*.epub")
    with zipfile.ZipFile(path) as book:
        text = book.read("style.xhtml").decode()
        package = book.read("content.opf").decode()
    ET.fromstring(text)  # noqa: S314 - ours; e-readers show an error where it is no XML
    page = BeautifulSoup(text, "html.parser")
    assert [name for name, where in HTML.items() if not page.select(where)] == []
    assert page.select("details") == []
    assert SPELLED[language] in page.get_text()
    (item,) = re.findall(r"<item [^>]*style\.xhtml[^>]*>", package)
    assert "mathml" in item


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_pdf(local: Path, language: str) -> None:
    """Every title is there, and what was folded stands open."""
    if chromium.found() is None:
        pytest.skip(f"NO PDF TESTED: {chromium.MISSING}")
    (book,) = (local / language).glob("*.pdf")
    reader = PdfReader(book)
    chapters = [entry for entry in reader.outline if not isinstance(entry, list)]
    begins = [reader.get_destination_page_number(one) for one in chapters]
    (title,) = re.findall(
        "^# (.+)", (HERE.docs / language / "style.md").read_text("utf-8"), re.MULTILINE
    )
    at = [one.title for one in chapters].index(title)
    pages = reader.pages[begins[at] : begins[at + 1] + 1]
    text = "".join("".join(page.extract_text().split()) for page in pages)
    folded = {"en": "It opens when you press its title", "zh": "按一下标题就展开"}[language]
    for expected in (*TITLES[language], SPELLED[language], folded):
        assert "".join(expected.split()) in text, expected
