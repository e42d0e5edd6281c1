"""The prose check catches what it is there for, and says where."""

import pytest

from tools.checking import prose

PAGE = prose.ROOT / "docs" / "zh" / "page.md"


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
        "- A list item. It may go on.\n",
        "| cell. Cell. | b |\n",
        "Many tools, e.g. this one, know `a. B` when they see it.\n",
    ],
)
def test_no_problem(text: str) -> None:
    """Front matter, code, lists and tables are left alone."""
    assert list(prose.problems(PAGE, text)) == []


def test_unknown_argument(capsys: pytest.CaptureFixture[str]) -> None:
    """An argument that is not known gets one line with the choices."""
    assert prose.main(["--fast"]) == 2
    assert capsys.readouterr().err == "prose: unknown argument '--fast'; choices: --fix\n"
