"""The question of a card, and that every page of a chapter asks one."""

import re
from pathlib import Path
from typing import Any

import pytest
from tools.project import HERE, LANGUAGES
from turns.snippet.grammar import ExpectedLine, parse

from card.question import question

CHAPTERS = ("event-loop", "await", "scheduling", "limits")
PAGES = [
    path.relative_to(HERE.docs).as_posix()
    for language in LANGUAGES
    for path in sorted((HERE.docs / language).rglob("*.md"))
    if path.parent.name in CHAPTERS or path == HERE.docs / language / "index.md"
]


def film(*lines: str, order: object = ()) -> dict[str, Any]:
    """Return as much of a film as a question needs."""
    return {"name": "a/b", "marks": [{"text": line} for line in lines], "order": order}


def block(tmp_path: Path, *lines: str) -> list[ExpectedLine]:
    """Return the lines of an Output block."""
    text = '"""x"""\nprint()\n\n# Output:\n' + "".join(f"# {line}\n" for line in lines)
    return list(parse(text, tmp_path / "x.py").outputs[0].lines)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_a_chapter_asks(path: str) -> None:
    """So does the home page, with its first program."""
    text = (HERE.docs / path).read_text(encoding="utf-8")
    cards = re.findall(r"^:::\{snippet\}.*\n((?::.*\n)*)", text, re.MULTILINE)
    asking = [":predict:" in options for options in cards]
    assert any(asking)
    assert asking[0] or path.count("/") == 2


def test_lines_are_mixed_the_same_way_each_time(tmp_path: Path) -> None:
    """They are all there, and not in order."""
    lines = [f"line {number}" for number in range(3)]
    asked = [question(film(*lines), block(tmp_path, *lines), "en") for _ in range(2)]
    assert asked[0] is not None
    assert asked[1] is not None
    assert asked[0]["rows"] == asked[1]["rows"]
    assert sorted(asked[0]["rows"]) == list(enumerate(lines))
    assert [text for _, text in asked[0]["rows"]] != lines


def test_what_differs_from_run_to_run_is_left_open(tmp_path: Path) -> None:
    """The reader sees the line as the block has it, at the place where this run printed it."""
    asked = question(film("b 1", "a 0.3 s"), block(tmp_path, "~ a ... s", "~ b 1"), "en")
    assert asked is not None
    assert sorted(asked["rows"]) == [(0, "b 1"), (1, "a … s")]


def test_where_there_is_no_question(tmp_path: Path) -> None:
    """A single line, lines that were not printed, and too many to ask for every pair."""
    assert question(film("a"), block(tmp_path, "a"), "en") is None
    assert question(film("a", "c"), block(tmp_path, "a", "b"), "en") is None
    without = film("a", "b")
    del without["order"]
    assert question(without, block(tmp_path, "a", "b"), "en") is None
