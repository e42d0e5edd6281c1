"""The explorer against marks derived by hand, and against the brute-force judge."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import pytest
from brute_force import TooManyError, Truth, judge, judged_marks
from derived import PROGRAMS, marks_of, skip_if_too_new
from explored import by_program, by_program_without_threads, explored, program

from turns.exploring.explore import Effort, Exploration, explore
from turns.exploring.marks import Ran, number
from turns.exploring.permutations import Orders, orders
from turns.exploring.replay import Replay
from turns.runtime.execute import execute
from turns.runtime.target import load

FEW = 30
"""Schedules that the judge may run per program and kind."""
MANY = 3_000
"""The same, where it may take long."""
APART = {"call_soon_twice", "cancelled_timer", "done_future", "set_of_tasks"}
"""Programs of many kinds, explored with processes apart even where it may not take long."""

pytestmark = pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
"""A program may leave such behind, which may be collected during the test of another one."""


@lru_cache(maxsize=1)  # the tests of one program follow each other
def judgement(path: Path, schedules: int) -> dict[str, Truth] | str:
    """Run all schedules of a program; or say why not."""
    try:
        return {
            mode: judge(path, clock=mode == "clock", schedules=schedules, seconds=60)
            for mode in ("queue", "clock")
        }
    except TooManyError as error:
        return f"too many schedules: {error}"


def truth(path: Path, schedules: int) -> dict[str, Truth]:
    """Return what all schedules show; skip the test if that is not known."""
    skip_if_too_new(path)
    judged = judgement(path, schedules)
    if isinstance(judged, str):
        pytest.skip(judged)
    return judged


def compare(path: Path, found: Exploration) -> None:
    """Compare marks with those derived by hand; repeat the witnesses."""
    for mark, derived in zip(found.marks, marks_of(path), strict=True):
        assert derived.agrees(mark.because, mark.departs), (mark, derived)
    lines = list(number(mark.text for mark in found.marks))
    for index, mark in enumerate(found.marks):
        if mark.because != "unknown":
            assert (mark.witness is None) == (mark.because in {"program", "nobody"})
        if mark.witness is not None:
            replay = Replay(mark.witness.schedule)
            outcome = execute(load(path), strategy=replay)
            assert replay.finish(outcome.turns) is None
            assert Ran(lines, outcome.output, ended=True).how(index) == mark.departs


@by_program
def test_marks_are_those_derived_by_hand(path: Path) -> None:
    """What may be unknown may be; nothing else, and nothing weaker. Witnesses show what is said."""
    skip_if_too_new(path)
    compare(path, explored(path))


@pytest.mark.slow
@pytest.mark.parametrize("path", [program(p, long=p.stem not in APART) for p in PROGRAMS])
def test_marks_with_fresh_processes(path: Path) -> None:
    """As users have it."""
    skip_if_too_new(path)
    compare(path, explore(load(path), Effort(seconds=300)))


def holds_against_the_judge(path: Path, schedules: int) -> None:
    """Compare marks, witnesses and outcomes with what all schedules show."""
    judged, found = truth(path, schedules), explored(path)
    texts = [mark.text for mark in found.marks]
    for mark, true in zip(found.marks, judged_marks(texts, **judged), strict=True):
        if mark.because in {"unknown", "nobody"}:
            continue
        assert mark.because == true.because, mark
        if mark.witness is not None:
            ways = {"earlier": true.earlier, "missing": true.missing}
            fewest = min(one for one in ways.values() if one is not None)
            assert ways[mark.departs] == mark.witness.departures == fewest, mark
    for mode, one in judged.items():
        count = found.outcomes[mode]
        assert count.inexact or count.count == len(one.outcomes)


@pytest.mark.slow
@by_program_without_threads
def test_marks_are_those_of_all_schedules(path: Path) -> None:
    """Of programs that have few."""
    holds_against_the_judge(path, FEW)


@pytest.mark.long
@by_program_without_threads
def test_marks_are_those_of_all_schedules_even_of_many(path: Path) -> None:
    """Of all others that the judge can judge."""
    holds_against_the_judge(path, MANY)


def accepted(automaton: Orders, texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield all orders in which one can go through."""
    todo: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while todo:
        place, done = todo.pop()
        following = automaton.places[place]
        if not following:
            yield done
        todo += [(target, (*done, texts[line])) for line, target in following]


def permutations(texts: Sequence[str], outcomes: Iterable[Sequence[str]]) -> set[tuple[str, ...]]:
    """Return the outcomes that have the lines of the normal run, and no other."""
    return {tuple(one) for one in outcomes if Counter(one) == Counter(texts)}


@pytest.mark.slow
@by_program_without_threads
def test_orders_are_those_of_all_schedules(path: Path) -> None:
    """Whoever puts the lines into an order is told which of them there are."""
    judged, found = truth(path, FEW), explored(path)
    texts = [mark.text for mark in found.marks]
    for mode, one in judged.items():
        space = found.spaces[mode]
        if not space.cut:
            automaton = orders(space.nfa, texts)
            assert automaton is not None
            possible = [*accepted(automaton, texts)]
            assert len(possible) == len({*possible})
            assert {*possible} == permutations(texts, (output for output, _ in one.outcomes))
