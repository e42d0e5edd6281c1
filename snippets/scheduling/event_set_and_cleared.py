"""`set()` wakes everybody who waits and runs nobody: clearing the event in the same turn takes nothing back.

`set()` 唤醒所有在等的任务，却不会当场运行谁：同一个轮次里再清除事件，也收不回已经发出的唤醒。
"""

import asyncio


async def runner(name: str, start: asyncio.Event) -> None:
    await start.wait()
    print(f"{name}: runs, the event is set: {start.is_set()}")


async def main() -> None:
    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name in ("first", "second"):
            group.create_task(runner(name, start))
        await asyncio.sleep(0)  # both wait

        start.set()
        start.clear()
        print("main: set, and cleared")
        group.create_task(runner("late", start))
        await asyncio.sleep(0)
        print("main: set again")
        start.set()


asyncio.run(main())

# Output:
# main: set, and cleared
# first: runs, the event is set: False
# second: runs, the event is set: False
# main: set again
# late: runs, the event is set: True
