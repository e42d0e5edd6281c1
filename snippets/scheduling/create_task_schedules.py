"""`create_task()` only schedules: the task starts when its creator next suspends.

`create_task()` 只负责排队：等创建者下一次挂起，任务才开始。
"""

import asyncio


async def child() -> None:
    print("child: starts")


async def helper() -> None:
    print("helper: awaited, but waits for nothing")


async def main() -> None:
    task = asyncio.create_task(child())
    print("main: task created")
    await helper()
    print("main: still the same turn")
    await asyncio.sleep(0)
    print("main: back after sleep(0)")
    await task


asyncio.run(main())

# Output:
# main: task created
# helper: awaited, but waits for nothing
# main: still the same turn
# child: starts
# main: back after sleep(0)
