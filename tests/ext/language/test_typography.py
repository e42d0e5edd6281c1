"""Chinese lines join, and a literal ``**`` is a located warning, wherever text can stand."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

from language.typography import needs_no_space

Warnings = Callable[[SphinxTestApp], list[str]]

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")

LINES = [
    "标题的第二行¶",
    "两行中文连在一起。",
    "句号之后。下一句，逗号之后。code 在句首。",
    "强调后文，重点之内，说：“引号”之外。",
    "中文\nLatin 之间\n42 有空格，English\nwords too，代码\n之后也有。",
    "见 标题的第二行之后，另一页之后，链接之后，Latin\n之后。",
    "表",
    "头",
    "单元",
    "格",
    "提示的标题",
    "提示的正文。",
    "图注的正文。¶",
    "列表的一项",
    "代码\n不连\n",
    "中文索引之后。",
    "硬换行\n之后。",
    "Latin¶",
]


def blocks(app: SphinxTestApp, name: str) -> list[str]:
    """Return the text of every block of a built page's body, its table of contents left out."""
    html = BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")
    body = html.select_one("div.body")
    assert body is not None
    for contents in body.select(".toctree-wrapper"):
        contents.decompose()
    return [found.get_text() for found in body.select("h1, h2, p, pre")]


@pytest.mark.sphinx("html", testroot="lines")
def test_lines_join(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """Line breaks vanish between Chinese and stay beside Latin, code and a hard break."""
    app.build()
    assert warnings_of(app) == []
    assert blocks(app, "index") == LINES


@pytest.mark.sphinx("html", testroot="lines")
def test_titles_join_in_navigation(app: SphinxTestApp) -> None:
    """A heading over two lines is joined where other pages show it, too."""
    app.build()
    assert app.env.titles["index"].astext() == "标题的第二行"
    assert blocks(app, "other")[1] == "标题的第二行之后。"


@pytest.mark.sphinx("html", testroot="lines", srcdir="lines-en", confoverrides={"language": "en"})
def test_english_pages_keep_their_lines(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """On an English page nothing is joined."""
    app.build()
    assert warnings_of(app) == []
    assert blocks(app, "index")[1] == "两行中文\n连在一起。"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("文", "中", True),
        ("，", "a", True),
        ("a", "（", True),
        ("文", "“", True),
        ("”", "文", True),
        ("—", "文", True),
        ("𠮷", "文", True),
        ("文", "a", False),
        ("1", "文", False),
        ("a", "b", False),
        ("”", "a", False),
        ("文", "\ufffc", False),
        ("文", ",", False),
    ],
)
def test_needs_no_space(before: str, after: str, expected: bool) -> None:
    """The pairs of characters between which a line break leaves nothing."""
    assert needs_no_space(before, after) is expected


@pytest.mark.slow
@pytest.mark.sphinx("html", testroot="asterisks")
def test_asterisks(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """Each place where text can stand is checked once, at its line; code is exempt."""
    app.build()
    reason = (
        "CommonMark sees no emphasis where `**` stands between punctuation and a letter (Chinese"
        " characters are letters): move the punctuation outside, as in `**注意**：这里`, or write"
        " code in backticks [typography.asterisks]"
    )
    found = warnings_of(app)
    assert all(line.endswith(reason) for line in found)
    assert [line.partition(". CommonMark")[0] for line in found] == [
        "index.md:11: a literal `**` reaches the page: `第二行里**“就绪队列”**是`",
        "index.md:14: a literal `**` reaches the page: `提示**注意：**这里`",
        # Rows of a table have no line number of their own.
        "index.md:18: a literal `**` reaches the page: `**格：**子`",
        "index.md:22: a literal `**` reaches the page: `点**注意：**这里`",
        "index.md:25: a literal `**` reaches the page: `图注**注意：**这里。`",
        "index.md:28: a literal `**` reaches the page: `链接**注意：**这里`",
        "index.md:2: a literal `**` reaches the page: `标题里的**注意：**这里`",
        "index.md:30: a literal `**` reaches the page: `列表**注意：**这里`",
        "index.md:33: a literal `**` reaches the page: `标题说明**注意：**这里`",
        "index.md:36: a literal `**` reaches the page: `两星 2 ** 3。`",
        "index.md:4: a literal `**` reaches the page: `目录**注意：**这里`",
    ]
