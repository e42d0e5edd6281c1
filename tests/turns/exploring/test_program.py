"""How far a search goes: the real time ends it, also while the program has its own."""

from pathlib import Path

import pytest
from written import plenty, written

from turns.exploring import graph
from turns.exploring.departures import Departures
from turns.exploring.dfa import determined
from turns.exploring.program import CLOCK, QUEUE, Budget, now
from turns.exploring.traces import search as traces
from turns.runtime.execute import execute
from turns.runtime.target import Target

PATIENT = """
import asyncio
async def nap(name):
    await asyncio.sleep(10**7)
    print(name)
async def main():
    await asyncio.gather(nap("a"), nap("b"))
asyncio.run(main())
"""


@pytest.mark.slow
def test_the_time_of_a_program_is_not_ours(tmp_path: Path) -> None:
    """However long it sleeps, every search goes on."""
    program = written(PATIENT, tmp_path)
    assert graph.build(program, QUEUE, plenty()).cut == ""
    assert traces.explore(program, CLOCK, plenty()).cut == ""
    found = [one.texts for one in Departures(program, QUEUE).run(plenty()) if one.end]
    assert {*found} == {("a", "b"), ("b", "a")}


@pytest.mark.slow
def test_a_search_takes_no_reading_of_the_programs_clock(tmp_path: Path) -> None:
    """Each takes a nanosecond: a run that is searched would be another one than its repetition."""
    reading = "import time\n" + PATIENT.replace("10**7", "1").replace(
        "print(name)", "print(round(time.perf_counter() * 1e9))"
    )
    program = written(reading, tmp_path)
    printed = ("1000000001", "1000000002")
    found = Departures(program, QUEUE).run(plenty())
    assert {one.texts for one in found if one.end} == {printed}
    (outcome,) = determined(graph.build(program, QUEUE, plenty()).nfa()).outcomes()
    assert outcome[0] == printed


def test_time_is_up_within_a_run(tmp_path: Path) -> None:
    """Each of its states is looked at, and that can take long."""

    class Short(Budget):
        asked = 0

        @property
        def exhausted(self) -> str:
            self.asked += 1
            if self.asked > 3:
                self.until = now()
            return super().exhausted

    found = graph.build(written(PATIENT, tmp_path), QUEUE, Short(1000, now() + 300))
    assert found.cut == "out of time"
    assert found.runs == 1


def test_turns_are_the_usual_end(tmp_path: Path) -> None:
    """Those of all runs together; then what there is no more of is named."""
    budget = Budget(20, now() + 300)
    found = graph.build(written(PATIENT, tmp_path), QUEUE, budget)
    assert (found.cut, budget.exhausted, found.complete) == ("out of turns", "out of turns", False)
    assert budget.turns <= 0


LOST = """
import asyncio, gc
async def nap():
    await asyncio.Event().wait()
async def main():
    asyncio.get_running_loop().set_exception_handler(lambda *_: print("lost"))
    asyncio.create_task(nap())
    kept = asyncio.create_task(nap())
    await asyncio.sleep(0)
    gc.collect()
    print("collected")
asyncio.run(main())
"""


@pytest.mark.slow
def test_a_search_keeps_nothing_of_a_program_alive(tmp_path: Path) -> None:
    """Who asks for a collection of garbage would see that."""
    found = graph.build(written(LOST, tmp_path), QUEUE, plenty())
    printed = {texts for texts, _ in determined(found.nfa()).outcomes()}
    assert found.cut == ""
    assert printed == {("lost", "collected"), ("collected",)}


def test_a_program_that_ends_too_soon_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is another program than the one that was searched until then."""
    program = written(PATIENT, tmp_path)
    path = program.target.path
    others = [program.target, Target(path, compile("print('other')", path, "exec"))]
    monkeypatch.setattr(
        "turns.exploring.program.execute",
        lambda target, **more: execute(others.pop(0) if others else target, **more),
    )
    assert graph.build(program, QUEUE, plenty()).cut == "the program ended at turn 0, too soon"
