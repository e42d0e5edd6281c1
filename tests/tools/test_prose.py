"""The prose check catches what it is there for, says where, and leaves right text alone."""

from pathlib import Path

import pytest

from tools.checking import prose

PAGE = prose.ROOT / "docs" / "zh" / "page.md"
ENGLISH = prose.ROOT / "docs" / "en" / "page.md"
README = prose.ROOT / "README.md"
SNIPPET = prose.ROOT / "snippets" / "await" / "name.py"

RIGHT = Path(__file__).with_name("right_pages")
"""Pages of which nothing may be said; as files of ours, rumdl reads them with every `lint`, too."""

DOCSTRING = '"""The word is 轮次.\n\n用 asyncio 说“你好”。\n"""\n'
PROGRAM = 'print("你好,world")  # 水开了,茶好了\n\n# Output:\n# 你好,world\n'


@pytest.mark.parametrize(
    ("text", "lineno", "message"),
    [
        ("asyncio的事件循环\n", 1, "spacing or punctuation: write 'asyncio 的事件循环'"),
        ("先说一句,再说一句。\n", 1, "spacing or punctuation"),
        ("(page-label)=\n# 题\n\n协同程序会挂起。\n", 4, "write 协程 instead of 协同程序"),
        ("# 没有标签\n", 1, "a heading without a label"),
        ("(Label)=\n# 大写的标签\n", 2, "a heading without a label"),
        ("第一句。第二句。\n", 1, "one sentence per line: begin a new line before '第二句。'"),
        ("One here. Two here.\n", 1, "one sentence per line: begin a new line before 'Two here.'"),
        ("第一句。[^a]第二句。\n", 1, "begin a new line before '第二句。'"),
        ("第一句。[](#label)是第二句。\n", 1, "begin a new line before '[](#label)是第二句。'"),
        ("```\ncode\n````\n一句。第二句。\n", 4, "one sentence per line"),
        ("A\u00a0word.\n", 1, "an invisible character, U+00A0; remove it"),
        ("零\u200b宽。\n", 1, "U+200B"),
        ("One `here`.[^a] Two here.\n", 1, "begin a new line before 'Two here.'"),
    ],
)
def test_problems(text: str, lineno: int, message: str) -> None:
    """Each kind of problem is found at its line, once."""
    found = list(prose.problems(PAGE, text))
    assert [number for number, _ in found] == [lineno]
    assert message in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: One. Two.\n---\n(page-label)=\n# 好标题\n",
        "```python\n# a comment. Another.\n```\n",
        "````markdown\n```\nOne. Two.\n````\n",
        "~~~text\nOne. Two.\n~~~\n",
        "- A list item. It may go on.\n",
        "| cell. Cell. | b |\n",
        "Many tools, e.g. this one, know `a. B` when they see it.\n",
    ],
)
def test_no_problem(text: str) -> None:
    """Front matter, code, lists and tables are left alone."""
    assert list(prose.problems(PAGE, text)) == []


@pytest.mark.parametrize("page", sorted(RIGHT.iterdir()), ids=lambda page: page.name)
def test_right_pages(page: Path) -> None:
    """Marks after a full stop, words of the other language and code are right as they are."""
    text = page.read_text(encoding="utf-8")
    place = prose.ROOT / "docs" / page.stem / "page.md"
    assert list(prose.problems(place, text)) == []
    assert prose.mended(place, text) == text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (README, "The Chinese word for a turn is 轮次.\n"),
        (README, "# Whose turn is it? / 轮到谁了？\n"),
        (README, "见 `nox -s docs`、`nox -s tests`。\n"),
        (SNIPPET, DOCSTRING + PROGRAM),
        (PAGE, "没有最后的换行"),
        (PAGE, "Words of English alone, here too.\n"),
    ],
)
def test_right_lines(path: Path, text: str) -> None:
    """In what both languages share each line has its own; a program is no prose."""
    assert list(prose.problems(path, text)) == []
    assert prose.mended(path, text) == text


@pytest.mark.parametrize(
    ("path", "wrong", "right"),
    [
        (PAGE, "先说一句,再说asyncio.", "先说一句，再说 asyncio。"),
        (PAGE, "书里说 “你好”。", "书里说“你好”。"),
        (PAGE, '他说 "hello world".', '他说 "hello world"。'),
        (PAGE, "最后调用 `f()`.[^a]", "最后调用 `f()`。[^a]"),
        (PAGE, "**最后调用 `f()`.**", "**最后调用 `f()`。**"),
        (ENGLISH, "The word is轮次, a turn.", "The word is 轮次, a turn."),
        (ENGLISH, "The word for a turn is 轮次。", "The word for a turn is 轮次."),
        (README, "先说一句,再说`asyncio`.", "先说一句，再说`asyncio`。"),
        (README, "It is called轮次。", "It is called 轮次."),
    ],
)
def test_mended(path: Path, wrong: str, right: str) -> None:
    """What is reported is what `--fix` writes, and that is right."""
    assert prose.mended(path, wrong) == right
    ((number, message),) = prose.problems(path, wrong)
    assert (number, message) == (1, f"spacing or punctuation: write {right!r} (--fix does)")
    assert list(prose.problems(path, right)) == []


def test_docstrings_are_mended() -> None:
    """Of a program nothing but its docstring."""
    wrong = DOCSTRING.replace("用 asyncio", "用asyncio").replace("轮次.", "轮次。")
    assert prose.mended(SNIPPET, wrong + PROGRAM) == DOCSTRING + PROGRAM


@pytest.mark.parametrize(
    "docstring",
    ["", "One language.", "One language.\n\nTwice.", "中文。\n\nEnglish.", "A.\n\n中文。\n\nB."],
)
def test_the_docstring_of_a_snippet_has_both_languages(docstring: str) -> None:
    """English first, a paragraph each."""
    path = prose.ROOT / "snippets" / "await" / "x.py"
    ((lineno, message),) = prose.problems(path, f'"""{docstring}\n"""\nprint()\n')
    assert lineno == 1
    assert message.startswith("write two paragraphs into the docstring, one in English and then")
    assert not list(prose.problems(path, '"""A program.\n\n一个程序。\n"""\nprint()\n'))


def test_unknown_argument(capsys: pytest.CaptureFixture[str]) -> None:
    """An argument that is not known gets one line with the choices."""
    assert prose.main(["--fast"]) == 2
    assert capsys.readouterr().err == "prose: unknown argument '--fast'; choices: --fix\n"
