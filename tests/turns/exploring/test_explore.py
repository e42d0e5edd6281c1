"""The explorer against marks derived by hand, and against the brute-force judge."""

import re
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from brute_force import TooManyError, outputs
from turns.exploring.search import number

from turns.exploring.explore import Effort, Exploration, explore, outside, promised
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.runtime.execute import execute, load

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
JUDGED = 300
"""Schedules that the judge may run per program and kind."""


def _explore(path: Path) -> Exploration:
    return explore(load(path), path, Effort(seconds=300), path.read_text(encoding="utf-8"))


def _by_hand(path: Path) -> list[str]:
    found = re.search(
        r"^Marks: *(.*?)\n\n", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found, path
    return re.findall(r"\w+", found[1])


def _skip_if_too_new(path: Path) -> None:
    needed = re.search(r"# Requires: Python 3\.(\d+)", path.read_text(encoding="utf-8"))
    if needed and sys.version_info < (3, int(needed[1])):
        pytest.skip(f"requires Python 3.{needed[1]}")


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_marks_are_those_derived_by_hand(path: Path) -> None:
    """A mark that is not proven may be weaker than the truth, and no other; witnesses replay."""
    _skip_if_too_new(path)
    found = _explore(path)
    rank = ["queue", "clock", "program", "first"]
    for mark, truth in zip(found.lines, _by_hand(path), strict=True):
        if mark.proven:
            assert mark.because == truth, mark
        else:
            assert rank.index(mark.because) >= rank.index(truth), mark
    for above, mark in zip(found.lines, found.lines[1:], strict=False):
        if mark.witness is not None:
            replay = Replay(Schedule.parse(str(mark.witness)))
            outcome = execute(load(path), path, strategy=replay)
            assert replay.finish(outcome.turns) is None
            assert mark.because == mark.witness.mode
            assert {above.text, mark.text} <= set(outcome.output)


def _judged(path: Path) -> list[tuple[str, str]]:
    """Return what promises that each line does not come before the one above, and its text."""
    normal = list(number(execute(load(path), path).output))
    reversals = {
        mode: [
            {line: i for i, line in enumerate(number(output))}
            for output in outputs(path, clock=mode == "clock", limit=JUDGED)
        ]
        for mode in ("clock", "queue")
    }
    found = [("first", text) for text, _ in normal[:1]]
    for x, y in pairwise(normal):
        because = "program"
        for mode, runs in reversals.items():
            if any(x in run and y in run and run[y] < run[x] for run in runs):
                because = mode
        found.append((because, y[0]))
    return found


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_judge_finds_no_reversal_that_the_explorer_denies(path: Path) -> None:
    """Every schedule of every program that has few enough, by plain enumeration."""
    _skip_if_too_new(path)
    if outside(load(path)):
        pytest.skip("threads: too many schedules")
    try:
        judgement = _judged(path)
    except TooManyError as error:
        pytest.skip(f"too many schedules: {error}")
    for mark, (because, text) in zip(_explore(path).lines, judgement, strict=True):
        assert mark.text == text
        assert not mark.proven or mark.because == because, mark


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_promised_order_is_what_no_queue_schedule_breaks(path: Path) -> None:
    """Of all pairs of lines, and not only of adjacent ones."""
    _skip_if_too_new(path)
    if outside(load(path)):
        pytest.skip("threads: too many schedules")
    try:
        found = outputs(path, clock=False, limit=JUDGED)
    except TooManyError as error:
        pytest.skip(f"too many schedules: {error}")
    lines = list(number(execute(load(path), path).output))
    places = [{line: i for i, line in enumerate(number(output))} for output in found]
    judged_order = [
        (i, j)
        for i, j in combinations(range(len(lines)), 2)
        if not any(
            place[lines[j]] < place[lines[i]]
            for place in places
            if lines[i] in place and lines[j] in place
        )
    ]
    source = path.read_text(encoding="utf-8")
    assert promised(load(path), path, Effort(seconds=300), source).pairs == tuple(judged_order)
