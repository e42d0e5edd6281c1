"""A coroutine, a done future and sleep(0) are awaited; only sleep(0) lets another task run.

先后等待协程、已完成的 Future 和 sleep(0)，只有 sleep(0) 让别的任务运行。
"""

import asyncio


async def other() -> None:
    print("other: my turn at last")


async def plain() -> None:
    pass


async def main() -> None:
    task = asyncio.create_task(other())
    done = asyncio.get_running_loop().create_future()
    done.set_result(None)

    await plain()
    print("main: awaited a coroutine that never blocks")
    await done
    print("main: awaited a future that was done")
    await asyncio.sleep(0)
    print("main: awaited something unfinished")
    await task


asyncio.run(main())

# Output:
# main: awaited a coroutine that never blocks
# main: awaited a future that was done
# other: my turn at last
# main: awaited something unfinished
