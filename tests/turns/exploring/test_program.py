"""How far a search goes: the real time ends it, also while the program has its own."""

from pathlib import Path

from written import plenty, written

from turns.exploring import graph
from turns.exploring.departures import Departures
from turns.exploring.program import CLOCK, QUEUE, Budget, now
from turns.exploring.traces import search as traces

PATIENT = """
import asyncio, time
async def nap(name):
    await asyncio.sleep(10**7)
    print(name)
async def main():
    await asyncio.gather(nap("a"), nap("b"))
    print(round((time.perf_counter() - 10**7) * 1e9))
asyncio.run(main())
"""


def test_the_time_of_a_program_is_not_ours(tmp_path: Path) -> None:
    """However long it sleeps, a search goes on; and it takes no reading of the program's clock."""
    program = written(PATIENT, tmp_path)
    assert graph.build(program, QUEUE, plenty()).complete
    found = [one for one in Departures(program, QUEUE).run(plenty()) if one.end]
    assert {one.texts for one in found} == {("a", "b", "1"), ("b", "a", "1")}


def test_traces_have_the_real_time_too(tmp_path: Path) -> None:
    """As above."""
    source = "".join(line for line in PATIENT.splitlines(keepends=True) if "perf" not in line)
    program = written(source.replace(", time", ""), tmp_path)
    assert traces.explore(program, CLOCK, plenty()).cut == ""


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
