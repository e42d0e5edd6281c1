"""The parts of a card, made without a build."""

from pathlib import Path

from card import nodes
from language.languages import CHINESE, ENGLISH
from turns.snippet import grammar


def test_lead_takes_the_first_paragraph_without_choice() -> None:
    """A docstring in the other language alone is shown, and marked with its language."""
    (lead,) = nodes.lead("只有中文。\n\n还是中文。", ENGLISH)
    assert lead is not None
    assert lead.astext() == "只有中文。"
    assert "language-zh-Hans" in lead["classes"]
    assert nodes.lead("", ENGLISH) == []


def test_one_line_group_needs_no_bracket(tmp_path: Path) -> None:
    """A single ``~`` line can come in one order only, so nothing is said about order."""
    source = '"""x"""\nprint("a")\n\n# Output:\n# ~ a\n'
    (output,) = nodes.outputs(grammar.parse(source, tmp_path / "x.py"), ENGLISH, {})
    assert output.astext() == "Output\n\na\n"


def test_exit_status_without_error(tmp_path: Path) -> None:
    """A program that ends itself is said to do so, in the page's language."""
    source = '"""x"""\nraise SystemExit(3)\n\n# Exit: 3\n# Output:\n'
    *_output, end = nodes.outputs(grammar.parse(source, tmp_path / "x.py"), CHINESE, {})
    assert end.astext() == "程序结束时的退出状态为 3。"
