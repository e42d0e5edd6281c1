"""`wait_for` cancels what it waits for; `shield` takes the cancellation, and the task goes on.

`wait_for` 超时会取消它等的东西；`shield` 挡下这次取消，任务继续。
"""

import asyncio


async def order() -> None:
    await asyncio.sleep(2)
    print("cooked")


async def main() -> None:
    task = asyncio.create_task(order())
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print("gave up")
    await asyncio.wait([task])


asyncio.run(main())
