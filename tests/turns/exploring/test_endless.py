"""Fair schedules that go on for ever."""

from pathlib import Path

import pytest

from turns.exploring.endless import WHY
from turns.exploring.explore import Effort, explore
from turns.exploring.graph import build
from turns.exploring.program import CLOCK, QUEUE, Budget, Kind, Program, now
from turns.runtime.limits import Limits
from turns.runtime.target import load

KINDS = Path(__file__).with_name("kinds")
BOTH_GIVE_WAY = (KINDS / "abba" / "livelock_of_two.py").read_text("utf-8")
NEVER_THE_SAME_HANDLE = """
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    handles = [loop.call_soon(done.set_result, None)]
    async def delay():
        while not done.done():
            handles.pop().cancel()
            handles.append(loop.call_soon(done.set_result, None))
            await asyncio.sleep(0)
    both = [asyncio.create_task(delay()) for _ in range(2)]
    await done
asyncio.run(main())
"""
SPINNING = """
import asyncio
ready = False
async def spin(says):
    while not ready:
        says and print("not yet")
        await asyncio.sleep(0)
async def prepare():
    global ready
    await asyncio.sleep(0)
    ready = True
async def main():
    await asyncio.gather(spin({says}), spin(False), prepare())
asyncio.run(main())
"""
TICKING = """
import asyncio
async def tick():
    while True:
        await asyncio.sleep(1)
async def main():
    tasks = [asyncio.create_task(tick()) for _ in range(2)]
    await asyncio.sleep(2.5)
    for task in tasks:
        task.cancel()
asyncio.run(main())
"""


def _cut(source: str, kind: Kind, tmp_path: Path) -> str:
    path = tmp_path / "program.py"
    path.write_text(source, encoding="utf-8")
    program = Program(load(path), Limits(seconds=10, turns=500))
    return build(program, kind, Budget(20_000, now() + 60)).cut


@pytest.mark.slow
@pytest.mark.parametrize("kind", [QUEUE, CLOCK])
@pytest.mark.parametrize(
    ("source", "cut"),
    [
        (BOTH_GIVE_WAY, WHY),
        (NEVER_THE_SAME_HANDLE, WHY),
        (SPINNING.format(says=False), ""),
        (SPINNING.format(says=True), ""),
        (TICKING, ""),
    ],
)
def test_only_fair_schedules_count(source: str, cut: str, kind: Kind, tmp_path: Path) -> None:
    """Who spins while another one is ready all the time, or a timer pending, ends in the end."""
    assert _cut(source, kind, tmp_path) == cut


@pytest.mark.slow
def test_nothing_after_it_is_promised(tmp_path: Path) -> None:
    """No schedule shows that a line is missing, but it is no promise of the program."""
    path = tmp_path / "program.py"
    path.write_text(BOTH_GIVE_WAY, encoding="utf-8")
    found = explore(load(path), Effort(turns=5000, seconds=60))
    assert found.marks[-1].because == "unknown"
