"""`cancel()` only arranges an exception: the caller goes on, and the task meets it at its next turn.

`cancel()` 只是安排一个异常：调用者接着往下走，任务要到下一个轮次才碰到它。
"""

import asyncio


async def work() -> None:
    print("work: waits")
    try:
        await asyncio.Event().wait()  # would wait for ever
    except asyncio.CancelledError:
        print("work: CancelledError")
        raise


async def main() -> None:
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print("main: cancel() returns", task.cancel())
    print("main: the task is done:", task.done())
    await asyncio.wait([task])
    print("main: the task is cancelled:", task.cancelled())
    print("main: cancel() returns", task.cancel())


asyncio.run(main())

# Output:
# work: waits
# main: cancel() returns True
# main: the task is done: False
# work: CancelledError
# main: the task is cancelled: True
# main: cancel() returns False
