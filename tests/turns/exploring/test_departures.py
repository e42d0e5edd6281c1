"""Schedules by rising departures, against all schedules that there are."""

import time
from pathlib import Path

import pytest
from brute_force import brief, judge
from written import ABBA, COUNTER, TIMERS, plenty, written

from turns.exploring.departures import Departures, Found
from turns.exploring.nfa import End, end_of
from turns.exploring.object_graph import Opaque
from turns.exploring.program import CLOCK, QUEUE, Budget, Kind
from turns.exploring.replay import Replay
from turns.exploring.schedule import HOLD, Schedule

TWO = """
import asyncio
async def say(name):
    print(name)
    await asyncio.sleep(0)
    print(name)
async def main():
    one = asyncio.create_task(say("a"))
    await say("b")
    await one
asyncio.run(main())
"""
SOON = """
import asyncio
async def say(name):
    print(name)
    await asyncio.sleep(0)
    print(name)
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "x")
    loop.call_soon(print, "y")
    await say("a")
asyncio.run(main())
"""
WAKES = """
import asyncio
def a(_): print("a")
def b(_): print("b")
def c(_): print("c")
came = []
def wake(futures):
    came.append(futures)
    if len(came) == 2:
        for future in came[0]:
            future.set_result(None)
        came.clear()
async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(3)]
    for future, callback in zip(futures, (a, b, c)):
        future.add_done_callback(callback)
    loop.call_soon(wake, futures)
    loop.call_soon(wake, futures[::-1])
    await asyncio.sleep(1)
asyncio.run(main())
"""
"""Whoever comes first says in which order the three wait, and is then forgotten."""
GROUP = """
import asyncio
async def say(name):
    print(name)
async def main():
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(say(name))
asyncio.run(main())
"""


def _outcomes(found: list[Found]) -> dict[tuple[tuple[str, ...], End], int]:
    """Return the departures with which each outcome was found first."""
    outcomes: dict[tuple[tuple[str, ...], End], int] = {}
    for one in found:
        if one.end is not None:
            outcomes.setdefault((one.texts, brief(one.end)), one.departures)
    return outcomes


@pytest.mark.slow
def test_the_outcomes_of_the_counter(tmp_path: Path) -> None:
    """Each with its smallest witness, those with few departures first."""
    outcomes: dict[tuple[str, ...], int] = {}
    for found in Departures(written(COUNTER, tmp_path), QUEUE).run(plenty()):
        if found.end is not None:
            outcomes.setdefault(found.texts, found.departures)
        if len(outcomes) == 6:
            break
    assert list(outcomes.values()) == [0, 1, 1, 1, 1, 2]
    assert outcomes["1 c", "2 b", "3 a"] == 2


@pytest.mark.slow
def test_who_is_held_back_over_many_turns_departs_once(tmp_path: Path) -> None:
    """Otherwise the deadlock of two locks would be found late, after all that is less."""
    program = written(ABBA, tmp_path)
    (first, *_) = (
        one
        for one in Departures(program, QUEUE).run(plenty())
        if one.end is not None and one.end.kind == "deadlock"
    )
    assert first.departures == 1
    assert [choice.option for choice in first.schedule.choices] == [HOLD]
    assert [one.holder for one in first.end.waiting] == ["", "Task-3", "Task-2"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "kind"),
    [
        *((SOON, QUEUE), (WAKES, QUEUE), (GROUP, QUEUE), (ABBA, QUEUE), (TIMERS, QUEUE)),
        *((SOON, CLOCK), (ABBA, CLOCK), (TIMERS, CLOCK)),
    ],
    ids="soon wakes group locks timers soon-clock locks-clock timers-clock".split(),
)
def test_every_outcome_is_found_and_with_the_fewest_departures(
    source: str, kind: Kind, tmp_path: Path
) -> None:
    """As counted along every schedule there is; nothing that is found later departs less."""
    program = written(source, tmp_path)
    found = [*Departures(program, kind).run(plenty())]
    truth = judge(program.target.path, clock=kind.clock, schedules=1000, seconds=300)
    assert _outcomes(found) == truth.outcomes
    departures = [one.departures for one in found]
    assert departures == sorted(departures)


@pytest.mark.slow
@pytest.mark.parametrize("source", [SOON, ABBA, TIMERS], ids=["call_soon", "locks", "timers"])
def test_every_schedule_that_is_found_can_be_repeated(source: str, tmp_path: Path) -> None:
    """By its token, to the same lines and the same end."""
    program = written(source, tmp_path)
    for one in Departures(program, CLOCK).run(plenty()):
        if one.end is None:
            continue
        replay = Replay(Schedule.parse(str(one.schedule)))
        outcome = program.run(replay)
        assert replay.finish(outcome.turns) is None
        assert (tuple(outcome.output), end_of(outcome)) == (one.texts, one.end)


def test_the_normal_run_is_there_without_a_budget(tmp_path: Path) -> None:
    """And nothing else."""
    (only,) = Departures(written(COUNTER, tmp_path), QUEUE).run(Budget(0, time.perf_counter()))
    assert (only.texts, only.end, only.departures) == (("1 a", "2 b", "3 c"), End("finished"), 0)
    assert str(only.schedule) == "q"


def test_what_cannot_be_compared_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No state is then taken for another one, and no outcome is lost."""
    program = written(TWO, tmp_path)
    merged = [*Departures(program, QUEUE).run(plenty())]

    def opaque(*_args: object, **_options: object) -> bytes:
        raise Opaque("all of it")

    search = Departures(program, QUEUE)
    monkeypatch.setattr(search._digester, "of", opaque)  # noqa: SLF001 - what nobody can write down
    found = [*search.run(plenty())]
    assert len(found) > len(merged)
    assert all(one.end is not None for one in found)
    assert _outcomes(found) == _outcomes(merged)
