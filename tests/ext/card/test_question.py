"""The question of a card."""

from pathlib import Path

from findings_of import findings

from card.question import MOST_LINES, question
from language.languages import ENGLISH
from turns.exploring import finding
from turns.exploring.findings import Findings
from turns.exploring.marks import Mark
from turns.snippet.grammar import ExpectedLine, parse


def found(*lines: str) -> Findings:
    """Return as much of what is found out about a program as a question needs."""
    return findings([Mark(line, "program") for line in lines])


def block(tmp_path: Path, *lines: str) -> list[ExpectedLine]:
    """Return the lines of an Output block."""
    text = '"""x"""\nprint()\n\n# Output:\n' + "".join(f"# {line}\n" for line in lines)
    return list(parse(text, tmp_path / "x.py").outputs[0].lines)


def test_lines_are_mixed_the_same_way_each_time(tmp_path: Path) -> None:
    """They are all there, and not in order."""
    lines = [f"line {number}" for number in range(3)]
    asked = [question("order", found(*lines), block(tmp_path, *lines), ENGLISH) for _ in range(2)]
    assert asked[0] is not None
    assert asked[1] is not None
    assert asked[0]["rows"] == asked[1]["rows"]
    assert sorted(asked[0]["rows"]) == list(enumerate(lines))
    assert [text for _, text in asked[0]["rows"]] != lines


def test_what_differs_from_run_to_run_is_left_open(tmp_path: Path) -> None:
    """The reader sees the line as the block has it, at the place where this run printed it."""
    asked = question(
        "order", found("b 1", "a 0.3 s"), block(tmp_path, "~ a ... s", "~ b 1"), ENGLISH
    )
    assert asked is not None
    assert sorted(asked["rows"]) == [(0, "b 1"), (1, "a … s")]


def test_where_there_is_no_question(tmp_path: Path) -> None:
    """A single line, lines that were not printed, and too many to put in order."""
    assert question("order", found("a"), block(tmp_path, "a"), ENGLISH) is None
    assert question("order", found("a", "c"), block(tmp_path, "a", "b"), ENGLISH) is None
    many = [f"line {number}" for number in range(MOST_LINES + 1)]
    assert question("order", found(*many), block(tmp_path, *many), ENGLISH) is None
    assert question("order", found(*many[1:]), block(tmp_path, *many[1:]), ENGLISH) is not None


def test_orders_are_known_of_whatever_is_asked() -> None:
    """The tool works them out for as many lines as a reader may be asked about."""
    assert finding.MOST_LINES == MOST_LINES
