"""The smallest runs that show something, and the engines that say what there is to show."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from called import ROOT
from written import ABBA, COUNTER, DEADLOCK, FINISHED, TIMERS, plenty, written

from turns.exploring import spaces, witnesses
from turns.exploring.dfa import determined
from turns.exploring.fresh import Reply
from turns.exploring.graph import build
from turns.exploring.marks import Departing, number
from turns.exploring.outcomes import Outcome, Witness
from turns.exploring.program import CLOCK, QUEUE, Budget, Kind, now
from turns.exploring.replay import Replay
from turns.exploring.schedule import Schedule
from turns.exploring.witnesses import Shown, Wanted, on_the_way, search

_PLACES = """
import sys, time
from pathlib import Path
from turns.exploring import dfa, spaces
from turns.exploring.program import QUEUE, Budget, Program
from turns.runtime.target import load
from turns.runtime.limits import Limits
path = Path(sys.argv[1])
program = Program(load(path), Limits())
space = spaces.explore(program, QUEUE, Budget(100_000, time.perf_counter() + 300))
print(dfa.determined(space.nfa).places)
"""
COUNTED = ["1 a", "2 b", "3 c"]
"""What the counter prints normally."""


@pytest.mark.slow
def test_a_search_ends_when_all_is_shown_that_is_wanted(tmp_path: Path) -> None:
    """Each line with the first run in which it departs, and so many outcomes."""
    program = written(COUNTER, tmp_path)
    shown = search(program, QUEUE, plenty(), Wanted([*number(COUNTED)], {1, 2}, 6))
    assert [one.witness.departures for one in shown.outcomes] == [0, 1, 1, 1, 1, 2]
    assert {index: how for index, (how, _) in shown.departing.items()} == {
        1: "missing",
        2: "earlier",
    }
    few = search(program, QUEUE, plenty(), Wanted([*number(COUNTED)], set(), 2))
    assert few.outcomes == shown.outcomes[:2]


@pytest.mark.slow
def test_an_outcome_says_where_it_differs(tmp_path: Path) -> None:
    """From the normal run: the first line that this does not have there."""
    program = written(COUNTER, tmp_path)
    shown = search(program, QUEUE, plenty(), Wanted([*number(COUNTED)], set(), 6))
    differs = {one.texts: one.differs for one in shown.outcomes}
    assert differs["1 a", "2 b", "3 c"] == 3
    assert differs["1 a", "2 c", "3 b"] == 1
    assert differs["1 c", "2 b", "3 a"] == 0


def test_ends_make_outcomes(tmp_path: Path) -> None:
    """A deadlock that prints what another run prints, too, is another outcome."""
    source = ABBA.replace('print("one")', "pass").replace('print("two")', "pass")
    source = source.replace('print("done")', "pass")
    shown = search(written(source, tmp_path), QUEUE, plenty(), Wanted([], set(), 2))
    assert [(one.texts, one.end.kind) for one in shown.outcomes] == [
        ((), "finished"),
        ((), "deadlock"),
    ]


def test_witnesses_that_are_not_repeated_are_dropped() -> None:
    """Where the lines, the end, or the way in which a line departs is another one."""
    tokens = ("q0.10001", "q0.10002", "q0.10003", "q0.10004")
    seen = [Witness(Schedule.parse(token), 1) for token in tokens]
    outcomes = [Outcome(("b", "a"), FINISHED, one, 0) for one in seen]
    shown = Shown({1: ("earlier", seen[0]), 0: ("missing", seen[1])}, [*outcomes])
    replies = {
        tokens[0]: Reply(("b", "a"), "finished"),
        tokens[1]: Reply(("a", "b"), "finished"),
        tokens[2]: Reply(("b", "a"), "deadlock"),
    }
    lines = [*number("ab")]
    assert shown.keep(lines, replies)
    assert shown.departing == {1: ("earlier", seen[0])}
    assert shown.outcomes == outcomes[:1]
    assert not shown.keep(lines, replies)
    assert [*shown.witnesses()] == [seen[0], seen[0]]
    assert Shown({1: ("missing", seen[0])}, []).keep(lines, replies)


@pytest.mark.parametrize("source", [COUNTER, ABBA], ids=["counter", "locks"])
def test_the_graph_shows_what_no_search_has_shown(source: str, tmp_path: Path) -> None:
    """A run along its edges in which the line departs, which can be repeated by its token."""
    program = written(source, tmp_path)
    normal = ["one", "two", "done"] if source == ABBA else COUNTED
    lines = [*number(normal)]
    graph = build(program, QUEUE, plenty())
    known = Departing(graph.nfa(), lines)
    wanted = Wanted(lines, {index for index in range(3) if known.how(index)}, 1)
    shown = Shown({}, [])
    on_the_way(program, graph, wanted, shown)
    assert shown.departing.keys() == wanted.departing != set()
    replies = {}
    for witness in shown.witnesses():
        replay = Replay(Schedule.parse(str(witness.schedule)))
        outcome = program.run(replay)
        assert replay.finish(outcome.turns) is None
        end = outcome.problem.kind if outcome.problem else "finished"
        replies[str(witness.schedule)] = Reply(tuple(outcome.output), end)
    assert not shown.keep(lines, replies)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "kind", "count", "has_timers"),
    [
        (COUNTER, QUEUE, 6, False),
        (ABBA, QUEUE, 3, False),
        (TIMERS, QUEUE, 1, True),
        (TIMERS, CLOCK, 2, True),
    ],
)
def test_both_engines_find_the_same(  # noqa: PLR0917
    source: str,
    kind: Kind,
    count: int,
    has_timers: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where traces get to an end there is no graph; where they do not, it is built."""
    program = written(source, tmp_path)
    first = spaces.explore(program, kind, plenty())
    assert (first.count, first.cut, first.has_timers) == (count, "", has_timers)
    monkeypatch.setattr(spaces, "_FOR_TRACES", 10**9)
    second = spaces.explore(program, kind, plenty())
    assert second.graph is not None
    assert (second.count, second.cut, second.has_timers) == (count, "", has_timers)
    assert {*determined(first.nfa).outcomes()} == {*determined(second.nfa).outcomes()}


def test_what_is_cut_is_not_counted(tmp_path: Path) -> None:
    """It is said why; outcomes that were found are there all the same."""
    space = spaces.explore(written(COUNTER, tmp_path), QUEUE, Budget(60, now() + 300))
    assert (space.count, space.cut) == (None, "out of turns")
    assert (("1 a", "2 b", "3 c"), FINISHED) in {*determined(space.nfa).outcomes()}
    assert DEADLOCK not in {end for _, end in determined(space.nfa).outcomes()}


def test_too_many_to_be_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the number is not known, although all is."""

    def never(_nfa: object) -> None:
        raise spaces.TooManyError

    space = spaces.explore(written(TIMERS, tmp_path), QUEUE, plenty())
    space = replace(space, apart=None)
    monkeypatch.setattr(spaces, "determined", never)
    assert (space.cut, space.count) == ("", None)
    assert witnesses.search(written(TIMERS, tmp_path), QUEUE, plenty(), Wanted([], set(), 1))


@pytest.mark.slow
def test_what_was_found_is_written_down_in_the_order_of_finding(tmp_path: Path) -> None:
    """And in none that hashes decide: what is pinned must be the same in every process."""
    source = COUNTER.replace("print(n, name)", "print(name)")
    answers = set()
    for seed in range(6):
        done = subprocess.run(
            [sys.executable, "-c", _PLACES, written(source, tmp_path).target.path],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        )
        answers.add(done.stdout)
    assert len(answers) == 1
