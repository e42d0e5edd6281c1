"""A cancelled task may await while it cleans up: it takes turns with others, and ends when that is over.

被取消的任务清理时还可以 `await`：它和别人轮流运行，清理完才算结束。
"""

import asyncio


async def work() -> None:
    try:
        await asyncio.Event().wait()  # would wait for ever
    finally:
        print("work: starts to clean up")
        await asyncio.sleep(0)
        print("work: has cleaned up")


async def main() -> None:
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    print("main: cancel() was called")
    await asyncio.sleep(0)
    print("main: the task is done:", task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("main: the task is done:", task.done())


asyncio.run(main())

# Output:
# main: cancel() was called
# work: starts to clean up
# main: the task is done: False
# work: has cleaned up
# main: the task is done: True
