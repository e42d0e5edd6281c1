"""A new task does not start at once, awaiting coroutines does not pause, and neither does awaiting a finished task.

新任务不会立刻开始；等待协程不会暂停；等待已结束的任务也不会暂停。
"""

import asyncio


async def inner() -> None:
    print("inner: before the pause")
    await asyncio.sleep(0)
    print("inner: after the pause")


async def outer() -> None:
    await inner()
    print("outer: done")


async def other() -> None:
    print("other: its turn")


async def main() -> None:
    task = asyncio.create_task(other())
    print("main: task created")
    await outer()
    asyncio.get_running_loop().call_soon(print, "callback: its turn")
    await task
    print("main: done")


asyncio.run(main())

# Output:
# main: task created
# inner: before the pause
# other: its turn
# inner: after the pause
# outer: done
# main: done
# callback: its turn
