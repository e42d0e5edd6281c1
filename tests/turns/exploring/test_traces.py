"""Traces: few runs for many orders, and never fewer orders than there are."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import random_programs
import written as programs
from languages import difference
from sharing_programs import GIVEN_UP, SHARED
from sparse_programs import program as sparse_program

from turns.exploring import graph
from turns.exploring.dfa import Dfa, TooManyError, determined
from turns.exploring.nfa import end_of
from turns.exploring.program import CLOCK, QUEUE, Budget, Program
from turns.exploring.traces import search as traces
from turns.exploring.traces.search import Traces
from turns.exploring.traces.witness import witness
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import load


def drawn(seed: int) -> str:
    """Draw one that shares much."""
    return random_programs.program(seed).text


LIMITS = Limits(seconds=300, turns=3000)
SOON = 1500
"""Turns after which a program of chance is left alone: the same ones on every machine."""
ALL = 10**9

SLEEPERS = """
async def one(n):
    await asyncio.sleep(0.1)
    print(n)
async def main():
    await asyncio.gather(*[one(n) for n in range({tasks})])
"""
YIELDERS = """
async def one(n):
    for k in range({times}):
        await asyncio.sleep(0)
        print(n, k)
async def main():
    await asyncio.gather(*[one(n) for n in range({tasks})])
"""
GATHERED = """
async def one(n):
    await asyncio.sleep(0)
    return n
async def main():
    print(sum(await asyncio.gather(*[one(n) for n in range(50)])))
"""
QUEUED = """
async def put(queue):
    for n in range(50):
        await queue.put(n)
        print("put", n)
    await queue.put(None)
async def get(queue):
    while (n := await queue.get()) is not None:
        print("got", n)
async def main():
    queue = asyncio.Queue(1)
    await asyncio.gather(put(queue), get(queue))
"""
COUNTED = {
    "twelve sleepers": (SLEEPERS.format(tasks=12), 1, 479_001_600),
    "eight that yield twice": (YIELDERS.format(tasks=8, times=2), 1, 81_729_648_000),
    "three that yield five times": (YIELDERS.format(tasks=3, times=5), 1, 756_756),
    "fifty in a gather": (GATHERED, 1, 1),
    "a queue": (QUEUED, 3, 1),
}


def written(path: Path, text: str) -> Path:
    """Write a program."""
    file = path / "program.py"
    file.write_text(
        f"import asyncio, contextvars, enum, functools\n{text}\nasyncio.run(main())\n",
        encoding="utf-8",
    )
    return file


def explored(path: Path, *, clock: bool = False, turns: int = ALL) -> Traces:
    """Find all traces of a program."""
    budget = Budget(turns, time.perf_counter() + 300)
    return traces.explore(Program(load(path), LIMITS), CLOCK if clock else QUEUE, budget)


def judged(path: Path, *, clock: bool = False, turns: int = ALL) -> Dfa | None:
    """Return what the graph of states says, if it is complete."""
    target = load(path)
    budget = Budget(turns, time.perf_counter() + 300)
    found = graph.build(Program(target, LIMITS), CLOCK if clock else QUEUE, budget)
    return determined(found.nfa()) if found.complete else None


@pytest.mark.parametrize(("text", "runs", "outcomes"), COUNTED.values(), ids=COUNTED.keys())
def test_few_runs_stand_for_many_orders(
    text: str, runs: int, outcomes: int, tmp_path: Path
) -> None:
    """And how many there are is exact."""
    found = explored(written(tmp_path, text))
    assert found.cut == ""
    assert found.runs <= runs
    assert determined(found.nfa()).count() == outcomes


@pytest.mark.slow
@pytest.mark.parametrize("text", SHARED.values(), ids=SHARED.keys())
@pytest.mark.filterwarnings("ignore")
def test_what_turns_share_is_seen(text: str, tmp_path: Path) -> None:
    """The graph of states, which holds no two turns to be independent, says the same."""
    path = written(tmp_path, text)
    found = explored(path)
    assert found.cut == ""
    truth = judged(path)
    assert truth is not None
    assert difference(determined(found.nfa()), truth) == ""


@pytest.mark.parametrize(("text", "reason"), GIVEN_UP.values(), ids=GIVEN_UP.keys())
@pytest.mark.filterwarnings("ignore")
def test_what_cannot_be_seen_is_not_complete(text: str, reason: str, tmp_path: Path) -> None:
    """It says why; nothing of the run reaches the next one."""
    found = explored(written(tmp_path, text))
    assert reason in found.cut
    after = explored(written(tmp_path, "async def main(): print(1)"))
    assert [texts for texts, _ in determined(after.nfa()).outcomes()] == [("1",)]


def test_programs_that_ask_for_the_time_are_left_alone(tmp_path: Path) -> None:
    """What they read depends on more than on what they touch."""
    text = "import time\nasync def main(): print(time.monotonic())"
    assert "time" in explored(written(tmp_path, text)).cut


def test_time_moves_on_only_when_nobody_is_ready(tmp_path: Path) -> None:
    """In queue schedules; in clock schedules timers may be early."""
    text = """
async def one(n):
    print("before", n)
    await asyncio.sleep(n)
    print("after", n)
async def main():
    await asyncio.gather(one(1), one(2))
"""
    path = written(tmp_path, text)
    found = [explored(path, clock=clock) for clock in (False, True)]
    assert [one.cut for one in found] == ["", ""]
    assert [determined(one.nfa()).count() for one in found] == [2, 6]


def test_a_run_of_each_order_of_lines_can_be_replayed(tmp_path: Path) -> None:
    """Also where callbacks that count come in another order."""
    text = """
async def one(n):
    await asyncio.sleep(0)
    print(n)
async def main():
    inner = asyncio.gather(one(1), one(2))
    await asyncio.gather(one(3), inner, asyncio.wait([asyncio.create_task(one(4))]))
    print("end")
"""
    path = written(tmp_path, text)
    found = explored(path)
    assert found.cut == ""
    outcomes = [*determined(found.nfa()).outcomes()]
    assert len(outcomes) == 24
    for texts, end in outcomes:
        strategy = witness(found, texts, end)
        assert strategy is not None
        outcome = execute(load(path), strategy=strategy, limits=LIMITS)
        assert (tuple(outcome.output), end_of(outcome)) == (texts, end)
    assert witness(found, ("end",), outcomes[0][1]) is None


def test_too_many_ways_are_not_written_down(tmp_path: Path) -> None:
    """One run is enough, but nobody can count its orders so."""
    found = explored(written(tmp_path, SLEEPERS.format(tasks=20)))
    assert (found.cut, found.runs) == ("", 1)
    with pytest.raises(TooManyError):
        found.nfa(1000)


@pytest.mark.slow
@pytest.mark.parametrize("clock", [False, True], ids=["queue", "clock"])
@pytest.mark.parametrize("kind", [drawn, sparse_program], ids=["shared", "sparse"])
@pytest.mark.parametrize(
    ("start", "seeds"),
    [(0, 5), *(pytest.param(start, 25, marks=pytest.mark.long) for start in range(100, 350, 25))],
)
@pytest.mark.filterwarnings("ignore")
def test_traces_and_graph_agree_on_programs_drawn_by_lot(
    start: int, seeds: int, kind: Callable[[int], str], clock: bool, tmp_path: Path
) -> None:
    """Wherever both are complete."""
    compared = 0
    for seed in range(start, start + seeds):
        path = tmp_path / f"program_{seed}.py"
        path.write_text(kind(seed), encoding="utf-8")
        found = explored(path, clock=clock, turns=SOON)
        truth = judged(path, clock=clock, turns=SOON) if found.complete else None
        if truth is not None:
            assert difference(determined(found.nfa()), truth) == "", seed
            compared += 1
    assert compared


RUNS_OF_THREE = 36 if sys.version_info >= (3, 12) else 37


@pytest.mark.parametrize(("tasks", "runs"), [(3, RUNS_OF_THREE), (5, None)])
def test_too_many_traces_are_noticed_soon(tasks: int, runs: int | None, tmp_path: Path) -> None:
    """A search that would not come to an end leaves the time to the graph."""
    program = programs.written(programs.LOCKED.format(tasks=tasks), tmp_path)
    found = traces.explore(program, QUEUE, Budget(7_500, time.perf_counter() + 300))
    assert found.complete == (runs is not None)
    assert found.runs == runs or (runs is None and found.runs < 40)
    assert "more traces" in found.cut or found.complete
