"""What became of tasks, where no line of output tells it."""

import re

import pytest
from watched import recorded

from turns.drawing.fates import fate
from turns.recording.fates import fates

FAILS = """
import asyncio
async def child():
    raise KeyError("price")
async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    print(task.done())
asyncio.run(main())
"""
UNRUN = """
import asyncio
async def child():
    print("never")
async def main():
    task = asyncio.create_task(child())
    task.cancel()
    await asyncio.wait([task])
    print("end")
asyncio.run(main())
"""
AT_THE_END = """
import asyncio
async def main():
    asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    print("end")
asyncio.run(main())
"""
OUTLIVED = """
import asyncio, time
async def main():
    task = asyncio.create_task(asyncio.to_thread(time.sleep, 1))
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    print("end")
asyncio.run(main())
"""
LEFT = """
import asyncio
async def forever():
    await asyncio.sleep(9)
loop = asyncio.new_event_loop()
task = loop.create_task(forever())
loop.call_later(1, loop.stop)
loop.run_forever()
print("end")
"""
TOLD = """
import asyncio
async def child():
    await asyncio.sleep(1)
    raise KeyError("price")
async def main():
    try:
        await asyncio.create_task(child())
    except KeyError as error:
        print(error)
    task = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param(FAILS, ["Task-2 fails in turn 2 (line 4): KeyError: 'price'."], id="fails"),
        pytest.param(
            UNRUN,
            [
                (
                    "Task-1 cancels Task-2 in turn 1 (line 7), before its first turn: "
                    "none of its lines run."
                )
            ],
            id="cancelled before its first turn",
        ),
        pytest.param(
            AT_THE_END,
            ["asyncio.run() cancels Task-2 (line 7), while it waits for sleep(9)."],
            id="at the end",
        ),
        pytest.param(
            OUTLIVED,
            [
                "Task-1 cancels Task-2 in turn 4 (line 6), while it waits for to_thread().",
                (
                    "Task-2 is cancelled, but the thread asyncio_0, which it had asked, goes on "
                    "until turn 12."
                ),
            ],
            id="a thread goes on",
        ),
        pytest.param(
            LEFT,
            ["Task-1 is left in the midst, waiting for sleep(9) (line 4): no loop runs any more."],
            id="left in the midst",
        ),
        pytest.param(
            TOLD,
            ["Task-1 cancels Task-3 in turn 7 (line 13), while it waits for sleep(9)."],
            id="a line tells of the failure, none of who cancelled",
        ),
    ],
)
def test_what_no_line_tells(source: str, wanted: list[str]) -> None:
    """A failure, a cancelling, a thread that goes on, a task that is left."""
    _, recording = recorded(source)
    found = [*fates(recording)]
    assert [fate(one, "en") for one in found] == wanted
    for one, english in zip(found, wanted, strict=True):
        chinese = fate(one, "zh")
        assert re.search(r"[\u4e00-\u9fff]", chinese)
        assert set(re.findall(r"\d+", chinese)) == set(re.findall(r"\d+", english))
