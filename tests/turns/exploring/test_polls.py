"""Nothing is claimed of what polls: how often it does depends on the machine."""

from pathlib import Path

import pytest

from turns.exploring.explore import Effort, explore
from turns.exploring.nfa import POLLED
from turns.runtime.target import load

FLAG = """
import asyncio
ready = []
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, ready.append, 1)
    print("begins")
    while not ready:
        await asyncio.sleep(0)
    print("seen")
asyncio.run(main())
"""
BURNT = """
import asyncio, time
async def other():
    print("other")
async def main():
    task = asyncio.create_task(other())
    end = time.monotonic() + 0.05
    while time.monotonic() < end:
        pass
    print("burnt")
    await task
asyncio.run(main())
"""
ONLY_ELSEWHERE = """
import asyncio, time
ready = []
async def first():
    ready.append(1)
async def second():
    start = time.monotonic()
    while not ready and round(time.monotonic() - start) < 1:
        pass
    print("seen")
async def main():
    await asyncio.gather(first(), second())
asyncio.run(main())
"""


@pytest.mark.parametrize("source", [FLAG, BURNT], ids=["flag", "clock"])
def test_a_program_that_polls_is_unknown(source: str, tmp_path: Path) -> None:
    """With the reason."""
    path = tmp_path / "program.py"
    path.write_text(source)
    found = explore(load(path), Effort())
    assert POLLED in found.unknown
    assert {mark.because for mark in found.marks} == {"unknown"}
    assert found.normal.polled


@pytest.mark.slow
def test_a_schedule_that_may_poll_proves_nothing(tmp_path: Path) -> None:
    """The normal run does not, and another may, with readings that show nothing by themselves."""
    path = tmp_path / "program.py"
    path.write_text(ONLY_ELSEWHERE)
    found = explore(load(path), Effort())
    assert not found.normal.polled
    assert not found.unknown
    assert POLLED in found.spaces["queue"].cut
    assert {mark.because for mark in found.marks} == {"unknown"}
