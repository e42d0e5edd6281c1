"""Two requests before the task's next turn raise one exception; a third one, during the cleanup, cuts that short.

下一个轮次之前取消两次，只抛一个异常；清理途中再取消一次，清理就此中断。
"""

import asyncio


async def work() -> None:
    try:
        await asyncio.Event().wait()  # would wait for ever
    finally:
        print("work: starts to clean up")
        await asyncio.sleep(0)
        print("work: goes on cleaning up")
        await asyncio.sleep(0)
        print("work: has cleaned up")


async def main() -> None:
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print("main: requests:", task.cancelling())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print("main: requests:", task.cancelling())
    await asyncio.wait([task])
    print("main: cancelled:", task.cancelled())


asyncio.run(main())

# Output:
# main: requests: 2
# work: starts to clean up
# work: goes on cleaning up
# main: requests: 3
# main: cancelled: True
