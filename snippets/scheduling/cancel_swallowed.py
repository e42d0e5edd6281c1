"""A task that catches `CancelledError` and goes on is not cancelled, and whoever called `cancel()` is not told.

任务接住 `CancelledError` 又接着干，就没有被取消；调用 `cancel()` 的一方也得不到通知。
"""

import asyncio


async def stubborn() -> str:
    try:
        await asyncio.Event().wait()  # would wait for ever
    except asyncio.CancelledError:
        print("stubborn: not me")
    await asyncio.sleep(0)
    return "tea"


async def main() -> None:
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print("main: cancel() returns", task.cancel())
    print("main: await returns", await task)
    print("main: cancelled:", task.cancelled())
    print("main: requests:", task.cancelling())


asyncio.run(main())

# Output:
# main: cancel() returns True
# stubborn: not me
# main: await returns tea
# main: cancelled: False
# main: requests: 1
