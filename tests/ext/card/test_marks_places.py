"""Which mark belongs to which line of a block."""

from pathlib import Path
from typing import Any

import pytest
from docutils import nodes

from card import marks
from card.agreement import places
from language.languages import CHINESE, ENGLISH, Language
from turns.exploring.explore import Mark
from turns.exploring.findings import Findings
from turns.exploring.schedule import Schedule
from turns.snippet.grammar import parse


@pytest.mark.parametrize(
    ("block", "printed", "found"),
    [
        (["a", "b"], ["a", "b"], {0: 0, 1: 1}),
        (["a...", "b"], ["a 1", "b"], {0: 0, 1: 1}),
        (["a", "a"], ["a", "a"], {0: 0, 1: 1}),
        (["~ a", "~ b"], ["b", "a"], {0: 1, 1: 0}),
        (["a", "b"], ["a", "c"], {}),
        (["a"], ["a", "b"], {}),
        (["a", "b"], ["a"], {}),
    ],
)
def test_places(
    block: list[str], printed: list[str], found: dict[int, int], tmp_path: Path
) -> None:
    """Lines are matched as the check does; a block that is not this output gets no marks."""
    source = '"""x"""\nprint()\n\n# Output:\n' + "".join(f"# {line}\n" for line in block)
    (output,) = parse(source, tmp_path / "x.py").outputs
    assert places(output.lines, printed) == found


MARKS = (
    Mark("a", "first", proven=True),
    Mark("b", "clock", proven=False, witness=Schedule.parse("c1.10000")),
    Mark("c", "program", proven=True),
)
FOUND = Findings("x", "0", Any, MARKS, None, ())  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "word"), [(ENGLISH, "clock?"), (CHINESE, "时钟？")])
def test_a_mark_says_what_it_knows(language: Language, word: str) -> None:
    """Its word, both lines, whether it is proven; and it has a witness or none."""
    mark = marks.mark(FOUND, 1, "card", language)
    assert mark["name"] == word
    assert "“b”" in mark["why"]
    assert "“a”" in mark["why"]
    assert mark["witness"]
    assert mark["ident"] == "card-mark-1"
    other = marks.mark(FOUND, 2, "card", language)
    assert not other["witness"]
    assert len(other["why"]) < len(mark["why"])


def test_the_first_line_has_an_empty_column() -> None:
    """Nothing is above it."""
    first = marks.mark(FOUND, 0, "card", ENGLISH)
    assert isinstance(first, nodes.inline)
    assert first["because"] == "first"
