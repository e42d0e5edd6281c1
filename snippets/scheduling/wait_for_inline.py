"""Since Python 3.12 `wait_for()` runs the coroutine in the caller's task, ahead of other tasks.

从 Python 3.12 起，`wait_for()` 直接在调用者的任务里跑协程，排在别的任务前面。
"""

import asyncio


async def timed() -> None:
    print("timed: starts")


async def other() -> None:
    print("other: starts")


async def main() -> None:
    task = asyncio.create_task(other())
    await asyncio.wait_for(timed(), timeout=60)
    await task


asyncio.run(main())

# Output:
# other: starts
# timed: starts
# Output (3.12+):
# timed: starts
# other: starts
