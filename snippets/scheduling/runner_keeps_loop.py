"""A Runner keeps its loop between two runs: what is left stands still meanwhile, goes on, and ends with the Runner.

Runner 在两次 run 之间留着循环：剩下的任务其间停住，之后接着走，到 Runner 关闭时才结束。
"""

import asyncio
import time


async def alarm(rung: asyncio.Event) -> None:
    try:
        await asyncio.sleep(0.02)
        print("    alarm: rings")
        rung.set()
        await asyncio.Event().wait()
    finally:
        print("    alarm: closed")


async def first(rung: asyncio.Event) -> None:
    tasks.append(asyncio.create_task(alarm(rung)))
    print("first: returns")


async def second(rung: asyncio.Event) -> None:
    await rung.wait()
    print("second: returns")


tasks: list[asyncio.Task[None]] = []
with asyncio.Runner() as runner:
    rung = asyncio.Event()
    runner.run(first(rung))
    time.sleep(0.05)
    print("program: the alarm is late")
    runner.run(second(rung))
    print("program: the block ends")
print("program: the loop is closed")

# Output:
# first: returns
# program: the alarm is late
#     alarm: rings
# second: returns
# program: the block ends
#     alarm: closed
# program: the loop is closed
