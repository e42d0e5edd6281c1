"""A task that is cancelled before its first turn never runs a line of its body.

任务在第一次轮到之前就被取消，函数体一行都不会执行。
"""

import asyncio


async def work() -> None:
    print("work: starts")
    try:
        await asyncio.sleep(0)
    finally:
        print("work: cleans up")


async def report(task: asyncio.Task[None]) -> None:
    try:
        await task
    except asyncio.CancelledError:
        print("main: cancelled")


async def main() -> None:
    print("cancelled before the first turn")
    task = asyncio.create_task(work())
    task.cancel()
    await report(task)

    print("cancelled after the first turn")
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await report(task)


asyncio.run(main())

# Output:
# cancelled before the first turn
# main: cancelled
# cancelled after the first turn
# work: starts
# work: cleans up
# main: cancelled
