"""All challenges: none is reached as it stands, each by its solution, over every schedule."""

from pathlib import Path

import pytest
from challenging import FOLDER, NAMES, graded

from turns.grading.grade import Grade
from turns.grading.grammar import explained, read

LEAST = 20
MOST_LINES = 37
TELLING = {Grade.BROKEN, Grade.FAILS}
"""Verdicts that say what is wrong with a program."""


def test_there_are_enough_and_each_has_its_solution() -> None:
    """And no other solution is there."""
    assert len(NAMES) >= LEAST
    assert sorted(path.stem for path in (FOLDER / "solutions").glob("*.py")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_challenge_is_small_and_its_solution_explained(name: str) -> None:
    """In both languages."""
    file = read(FOLDER / f"{name}.py")
    assert file.code.count("\n") <= MOST_LINES
    english, chinese, code = explained(FOLDER / "solutions" / f"{name}.py")
    assert english
    assert chinese
    assert code != file.code


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_program_does_not_reach_its_goals_and_the_solution_does(
    name: str, tmp_path: Path
) -> None:
    """That is proven, on every Python."""
    file = read(FOLDER / f"{name}.py")
    assert graded(file.challenge, file.code, tmp_path).kind in TELLING
    _, _, code = explained(FOLDER / "solutions" / f"{name}.py")
    solved = graded(file.challenge, code, tmp_path)
    assert solved.kind is Grade.REACHED, solved
