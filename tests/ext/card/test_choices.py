"""Questions that are answered by choosing: which line is asked about, and what is wrong."""

from pathlib import Path

import pytest
from findings_of import findings, outcomes_of, placed

from card import choices
from turns.exploring.findings import Findings, Mistaken
from turns.exploring.marks import Mark
from turns.recording.cause import Relation
from turns.snippet.grammar import ExpectedLine, parse


def block(tmp_path: Path, *lines: str) -> list[ExpectedLine]:
    """Return the lines of an Output block."""
    text = '"""x"""\nprint()\n\n# Output:\n' + "".join(f"# {line}\n" for line in lines)
    return list(parse(text, tmp_path / "x.py").outputs[0].lines)


def found(lines: list[str], *runs: tuple[str, list[str]]) -> Findings:
    """Return findings of a program of which mistakes, or other schedules, expect these lines."""
    believed = [Mistaken(name, tuple(texts)) for name, texts in runs if name != choices.SCHEDULE]
    others = [texts for name, texts in runs if name == choices.SCHEDULE]
    return findings(
        [Mark(line, "program") for line in lines],
        {"queue": outcomes_of(lines, *others)},
        mistaken=tuple(believed),
    )


def wrong(choice: choices.Choice | None) -> dict[str, str]:
    """Return the wrong answers, each with what is behind it."""
    assert choice is not None
    return {text: name for name, text in choice.answers if name != choices.RIGHT}


def test_a_value_is_asked_where_a_mistake_has_another(tmp_path: Path) -> None:
    """Rather than where a mistake only has another order, although that comes first."""
    lines = ["a", "b", "left: 9"]
    asked = choices.values(
        found(lines, ("pause-holds", ["b", "a", "left: 8"]), ("schedule", ["a", "b", "left: 7"])),
        block(tmp_path, *lines),
    )
    assert asked is not None
    assert (asked.line, asked.above) == (2, ("a", "b"))
    assert wrong(asked) == {"left: 8": "pause-holds", "left: 7": "schedule"}
    assert ("right", "left: 9") in asked.answers


def test_a_value_counts_wherever_the_mistaken_run_has_it(tmp_path: Path) -> None:
    """Who expects the task first expects another value in the line that comes after it."""
    lines = ["done: False", "task"]
    asked = choices.values(
        found(lines, ("starts-at-once", ["task", "done: True"])), block(tmp_path, *lines)
    )
    assert wrong(asked) == {"done: True": "starts-at-once", "task": "starts-at-once"}


def test_the_most_common_mistake_is_named(tmp_path: Path) -> None:
    """Of two that expect the same, the first; a schedule comes behind both."""
    lines = ["a", "b", "c"]
    runs = [(name, ["b", "a", "c"]) for name in ("starts-at-once", "await-switches", "schedule")]
    asked = choices.values(found(lines, *runs, ("schedule", ["c"])), block(tmp_path, *lines))
    assert wrong(asked) == {"b": "starts-at-once", "c": "schedule"}


def test_one_wrong_answer_is_joined_by_an_easy_one(tmp_path: Path) -> None:
    """A value that is one off, if it is a value; else a line that is printed later."""
    lines = ["9", "main"]
    asked = choices.values(found(lines, ("pause-holds", ["8", "main"])), block(tmp_path, *lines))
    assert wrong(asked) == {"8": "pause-holds", "10": "counted"}
    lines = ["a 1", "a 2", "b"]
    asked = choices.values(found(lines, ("pause-holds", ["a 2"])), block(tmp_path, *lines))
    assert wrong(asked) == {"a 2": "pause-holds", "b": "later"}


def test_four_answers_at_most(tmp_path: Path) -> None:
    """The likeliest mistakes are kept, and the answers are mixed the same way each time."""
    lines = ["1"]
    runs = [(name, [text]) for name, text in (("a", "2"), ("b", "3"), ("c", "4"), ("d", "5"))]
    asked = choices.values(found(lines, *runs), block(tmp_path, *lines))
    assert asked is not None
    assert set(wrong(asked).values()) == {"a", "b", "c"}
    assert asked == choices.values(found(lines, *runs), block(tmp_path, *lines))


@pytest.mark.parametrize(
    ("lines", "runs", "output"),
    [
        (["a", "b"], [], ["a", "b"]),  # nobody is wrong
        (["a", "b"], [("pause-holds", ["b", "a"])], ["a", "b"]),  # one wrong answer, and no other
        (["a", "b", "c"], [("pause-holds", ["b"])], ["a...", "b", "c"]),  # it differs by run
        (["a", "b", "c"], [("pause-holds", ["b"])], ["~ a", "~ b", "c"]),  # so does its place
    ],
)
def test_where_no_value_is_asked(
    tmp_path: Path, lines: list[str], runs: list[tuple[str, list[str]]], output: list[str]
) -> None:
    """There have to be two wrong answers, and only one right one."""
    assert choices.values(found(lines, *runs), block(tmp_path, *output)) is None


APART, SAME = Relation.APART, Relation.SAME_TURN


@pytest.mark.parametrize(
    ("marks", "relations", "line"),
    [
        (["program", "program", "queue"], [APART, APART, APART], 1),
        (["program", "queue", "queue", "clock"], [APART] * 4, 3),  # what stands out
        (["program", "program", "queue"], [APART, SAME, APART], 2),
        (["program", "unknown", "queue"], [APART, APART, APART], 2),
        (["queue", "program", "program"], [APART, SAME, SAME], None),
        (["queue"], [APART], None),
    ],
)
def test_who_promises_is_asked_of_lines_of_two_turns(
    tmp_path: Path, marks: list[str], relations: list[Relation], line: int | None
) -> None:
    """Of which something is known; among those, of the mark that is rarest here."""
    lines = [f"line {number}" for number in range(len(marks))]
    known = findings(
        [Mark(text, mark) for text, mark in zip(lines, marks, strict=True)],
        causes=tuple(placed(relation) for relation in relations),
    )
    asked = choices.promise(known, block(tmp_path, *lines))
    assert (asked and asked.line) == line
    if asked is not None and line is not None:
        assert asked.right == marks[line]
        assert [mark for mark, _ in asked.answers] == list(choices.PROMISES)
        assert asked.above == tuple(lines)


def test_a_line_that_would_be_missing_has_no_place_to_ask_about(tmp_path: Path) -> None:
    """Its mark says why it is printed at all; and of equal lines nobody knows which is meant."""
    relations = {"causes": (placed(APART), placed(APART))}
    missing = findings([Mark("a", "program"), Mark("b", "queue", "missing")], **relations)
    assert choices.promise(missing, block(tmp_path, "a", "b")) is None
    equal = findings([Mark("a", "program"), Mark("a", "queue", "earlier")], **relations)
    assert choices.promise(equal, block(tmp_path, "a", "a")) is None
