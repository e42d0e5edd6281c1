"""Pages as plain Markdown: a small root in both languages, and what the real pages come out as."""

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from os.path import normpath
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from sphinx.testing.util import SphinxTestApp

from markup import syntax
from tools.building.static_site import build
from tools.project import HERE, LANGUAGES
from turns.snippet import grammar

Warnings = Callable[[SphinxTestApp], list[str]]
MakeApp = Callable[..., SphinxTestApp]
CHINESE = {"language": "zh_CN"}
COMMONMARK = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
SHOWN = re.compile(r"^:::\{snippet\} (\S+)$", re.MULTILINE)
GAP = re.compile(r"[\u4e00-\u9fff\u3002\uff0c][ \n]+[\u4e00-\u9fff]")

# MyST-Parser 5.2 uses a name that Sphinx deprecates; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser")


def tokens(text: str) -> Iterator[Token]:
    """Yield the parts of a page as CommonMark sees them."""
    for token in COMMONMARK.parse(text):
        yield token
        yield from token.children or ()


def kinds(text: str) -> set[str]:
    """Return what kinds of parts a page has."""
    return {token.type for token in tokens(text)}


def read(folder: Path, name: str) -> str:
    """Return a file of a build, without the digests in its links."""
    return re.sub(r"(?<=_downloads/)\w+", "digest", (folder / name).read_text("utf-8"))


@pytest.mark.slow
@pytest.mark.sphinx("markdown", testroot="markdown")
def test_prose(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """Links lose anchors and, on their own page, their address; nothing turns into HTML."""
    app.build()
    assert warnings_of(app) == []
    page = read(app.outdir, "index.md")
    assert page.startswith("# Kettles\n\n第一行，\n*第二行*，和 a \\<b> 标签。\n")
    assert (
        "See [the marks](cards.md), Table, [turn](cards.md)"
        " and [https://example.org/a#b](https://example.org/a#b).\n"
    ) in page
    assert "\n## Table\n\n| Python | a `\\|` b |\n|---|---|\n| 3.10 | ``a ` b`` |\n\n" in page
    assert "\n- **box**: A turn.\n\n  Of a task.\n\n```pycon\n>>> 1 + 1\n2\n```\n" in page
    assert "- **turn** / **轮次**: One callback.\n" in read(app.outdir, "cards.md")
    assert "\nCall a.\\_\\_aexit\\_\\_() and snake_case.\n" in page
    assert kinds(page) & {"html_block", "html_inline"} == set()
    assert "remark" not in page


@pytest.mark.sphinx("markdown", testroot="markdown")
def test_rules_and_notes(app: SphinxTestApp) -> None:
    """They are quotes under a bold title; a rule says what promises it."""
    app.build()
    assert (
        "> **The `kettle` whistles**\n>\n> Once only.\n>\n> - Or twice.\n>\n"
        "> What promises it: nothing; it was measured\n\n> **Warning**\n>\n> It is hot.\n"
    ) in read(app.outdir, "index.md")


@pytest.mark.sphinx("markdown", testroot="markdown")
def test_card(app: SphinxTestApp) -> None:
    """File, code, lead, output with its marks, and the story of the picture, in this order."""
    app.build()
    page = read(app.outdir, "index.md")
    before, code, after = re.split("```python\n|```\n(?=\nTwo)", page)
    assert before.endswith("\n\n[`kettles.py`](_downloads/digest/kettles.py)\n\n")
    assert code.startswith("import asyncio\n")
    assert code.endswith("\nasyncio.run(main())\n")
    assert after.startswith(
        "\nTwo kettles boil.\n\nOutput\n\n```text\n"
        "         ┌ in any order\nprogram  │ small: on\nqueue    │ large: on\n         └\n"
        "clock    small: whistles\nclock    large: whistles\n```\n\n"
        "[What the marks mean](cards.md)\n\n"
        "* program, “`small: on`”: Task-1 creates Task-2 in turn 1 (line 16).\n"
        "* queue, “`large: on`”: Task-1 creates Task-3 in turn 1 (line 16), behind Task-2.\n"
        "* clock, “`small: whistles`”: Task-2 waits for sleep(0.1) (line 11), due at 0.1 s.\n"
        "* clock, “`large: whistles`”: Task-3 waits for sleep(0.2) (line 11), due at 0.2 s.\n\n"
        "As long as its timers keep their times, this program has exactly 2 outcomes;"
        " if one could fire early, as when a real server answers sooner, exactly 6.\n\n"
        "One outcome is shown above. What else could happen:\n\n"
        "1. “`large: on`” comes before “`small: on`”.\n"
        "2. With an early timer: “`large: whistles`” comes before “`small: whistles`”.\n"
        "3. With an early timer: “`large: on`” comes before “`small: on`”; in this order:"
        " “`large: on`”, “`small: on`”, “`large: whistles`”, “`small: whistles`”.\n"
        "4. With an early timer: “`large: on`” comes before “`small: on`”; in this order:"
        " “`large: on`”, “`large: whistles`”, “`small: on`”, “`small: whistles`”.\n"
        "5. With an early timer: “`small: whistles`” comes before “`large: on`”.\n\n"
        "Turn by turn:\n\n"
        "- Turn 1, 0 s: Task-1 creates Task-2, Task-3, then waits for gather(Task-2, Task-3).\n"
        "- Turn 2, 0 s: Task-2 prints “small: on”, then waits for sleep(0.1).\n"
    )
    assert "- Turn 10, 0.2 s: Task-1 runs, then is done.\n\nBoth boil.\n\n>" in after
    (link,) = app.outdir.glob("_downloads/*/kettles.py")
    assert link.read_bytes() == (app.srcdir / "snippets" / "kettles.py").read_bytes()
    again = read(app.outdir, "chapter/page.md")
    assert "(../_downloads/digest/kettles.py)" in again
    assert "(../cards.md)" in again


def test_everything_a_block_can_say(rootdir: Path, tmp_path: Path, make_app: MakeApp) -> None:
    """Versions, requirement, exit and lanes are in words; what has no marks has no column."""
    source = shutil.copytree(rootdir / "test-card", tmp_path / "card")
    extensions = ["myst_parser", "card.directive", "language.typography", "plain.markdown"]
    app = make_app("markdown", srcdir=source, confoverrides={"extensions": extensions})
    app.build()
    page = read(app.outdir, "index.md")
    assert "[`await/threads.py`](_downloads/digest/threads.py) Requires Python 3.11 or" in page
    assert "```text\nstart & <go>\n\n┌ in any order\n│ a ran\n│ b ran\n" in page
    assert "│ a first\n│   one\n│ a second\n│   alone\n└\nend\n```\n" in page
    assert "\nOutput (Python 3.15+)\n\nThe program prints nothing.\n" in page
    assert "last line of the traceback: `SystemExit: bo…`\n" in page


@pytest.mark.slow
@pytest.mark.sphinx("markdown", testroot="markdown", srcdir="markdown-zh", confoverrides=CHINESE)
def test_chinese(app: SphinxTestApp, warnings_of: Warnings) -> None:
    """Lines join, emphasis gets no space, and all words are Chinese; columns are aligned."""
    app.build()
    assert warnings_of(app) == []
    page = read(app.outdir, "index.md")
    assert "\n\n第一行，*第二行*，和 a \\<b> 标签。Call" in page
    assert (
        "\n\n两只水壶烧水。\n\n输出\n\n```text\n      ┌ 顺序任意\n程序  │ small: on\n"
        "队列  │ large: on\n      └\n时钟  small: whistles\n时钟  large: whistles\n```\n\n"
        "[成因是什么意思](cards.md)\n\n"
        "* 程序，“`small: on`”：Task-1 在第 1 个轮次创建了 Task-2（第 16 行）。\n"
        "* 队列，“`large: on`”：Task-1 在第 1 个轮次创建了 Task-3（第 16 行），排在 Task-2 之后。\n"
        "* 时钟，“`small: whistles`”：Task-2 等待 sleep(0.1)（第 11 行），0.1 秒到期。\n"
        "* 时钟，“`large: whistles`”：Task-3 等待 sleep(0.2)（第 11 行），0.2 秒到期。\n\n"
        "只要定时器都准时，这个程序就恰好有 2 种结局；"
        "如果定时器可以提前触发（好比真实的服务器答得更快），恰好有 6 种。\n\n"
        "其中一种就是上面显示的。此外还可能：\n\n"
        "1. “`large: on`”比“`small: on`”先打印。\n"
        "2. 定时器提前触发时：“`large: whistles`”比“`small: whistles`”先打印。\n"
        "3. 定时器提前触发时：“`large: on`”比“`small: on`”先打印；顺序变成："
        "“`large: on`”、“`small: on`”、“`large: whistles`”、“`small: whistles`”。\n"
        "4. 定时器提前触发时：“`large: on`”比“`small: on`”先打印；顺序变成："
        "“`large: on`”、“`large: whistles`”、“`small: on`”、“`small: whistles`”。\n"
        "5. 定时器提前触发时：“`small: whistles`”比“`large: on`”先打印。\n\n"
        "逐个轮次来看：\n\n- 第 1 个轮次，0 秒：Task-1 创建 Task-2、Task-3"
    ) in page
    assert "\n> **警告**\n>\n" in page
    assert "- **box**：A turn.\n" in page


LISTING = """\
# Kettles

> What kettles teach.

## About this site

- [Kettles]({root}index.md): What kettles teach.
- [Cards]({root}cards.md)

## Chapter

- [Chapter]({root}chapter/index.md): A chapter.
- [Page]({root}chapter/page.md): A page of it.
"""


@pytest.mark.parametrize("root", ["", "https://example.org/book/en/"])
def test_listing(rootdir: Path, tmp_path: Path, make_app: MakeApp, root: str) -> None:
    """`llms.txt` lists pages by chapter, in their order, with absolute addresses if there are."""
    source = shutil.copytree(rootdir / "test-markdown", tmp_path / "markdown")
    app = make_app("markdown", srcdir=source, confoverrides={"html_baseurl": root})
    app.build()
    assert read(app.outdir, "llms.txt") == LISTING.format(root=root)


def test_removed_pages_go(rootdir: Path, tmp_path: Path, make_app: MakeApp) -> None:
    """A page without a source has no Markdown after the next build."""
    source = shutil.copytree(rootdir / "test-markdown", tmp_path / "markdown")
    make_app("markdown", srcdir=source).build()
    assert (source / "_build" / "markdown" / "chapter" / "page.md").exists()
    (source / "chapter" / "page.md").unlink()
    app = make_app("markdown", srcdir=source)
    app.build()
    assert not (app.outdir / "chapter" / "page.md").exists()
    assert (app.outdir / "chapter" / "index.md").exists()


@pytest.fixture(scope="module")
def outputs() -> dict[str, Path]:
    """Build the real pages, and return the folder of each language."""
    assert build(HERE, "markdown") == 0, "the messages are above"
    return {one: HERE.build / "markdown" / one / "output" for one in LANGUAGES}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_real_pages_are_plain(outputs: dict[str, Path], language: str) -> None:
    """Every page has all its headings, no HTML, and no gap between Chinese lines."""
    source = HERE.docs / language
    pages = [path.relative_to(source) for path in HERE.pages(language)]
    assert len(pages) > 20
    for name in pages:
        page = (outputs[language] / name).read_text("utf-8")
        found = list(tokens(page))
        assert not [one for one in found if one.type in {"html_block", "html_inline"}], name
        assert not re.search(r"<(svg|span|a|br)\b", page), name
        headings = [one.tag for one in found if one.type == "heading_open"]
        text = (source / name).read_text("utf-8")
        theirs = syntax.parser().parse(text)
        wanted = [one.tag for one in theirs if one.type == "heading_open"]
        if re.search(r"^:::\{(rules|catalogue)\}$", text, re.MULTILINE):
            assert set(headings[len(wanted) :]) == {"h2"}, name  # a section for each chapter
            headings = headings[: len(wanted)]
        assert headings == wanted, name
        assert not [
            one.content for one in found if one.type == "inline" and GAP.search(one.content)
        ]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_real_programs_are_complete(outputs: dict[str, Path], language: str) -> None:
    """Each snippet that a page shows is there: the whole code and every line of output."""
    source = HERE.docs / language
    shown = 0
    for path in HERE.pages(language):
        page = (outputs[language] / path.relative_to(source)).read_text("utf-8")
        fences = [one for one in tokens(page) if one.type == "fence"]
        codes = [one.content.rstrip() for one in fences if one.info == "python"]
        lines = "".join(one.content for one in fences if one.info == "text").split("\n")
        for name in SHOWN.findall(path.read_text("utf-8")):
            shown += 1
            snippet = grammar.read(HERE.snippets / f"{name}.py")
            assert snippet.code.rstrip() in codes, (path, name)
            for line in chain.from_iterable(output.lines for output in snippet.outputs):
                text = line.text.replace("...", "…").rstrip()
                assert any(one.endswith(text) for one in lines), (path, name, text)
    assert shown > 50


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_real_links_lead_somewhere(outputs: dict[str, Path], language: str) -> None:
    """Every relative link leads to a file of the build, and none to a part of it."""
    files = [*outputs[language].rglob("*.md"), outputs[language] / "llms.txt"]
    relative = 0
    for path in files:
        for token in tokens(path.read_text("utf-8")):
            address = str(token.attrs.get("href", ""))
            if token.type == "link_open" and "://" not in address:
                relative += 1
                # In the site, the languages lie beside each other.
                place = normpath(Path(language, path.relative_to(outputs[language]), "..", address))
                there, *rest = Path(place).parts
                assert outputs[there].joinpath(*rest).is_file(), (path, address)
    assert relative > 200
