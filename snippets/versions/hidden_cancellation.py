"""On Python 3.11 `wait_for()` hides a cancellation that comes when the result is there already.

在 Python 3.11 上，结果已经到了才来的取消，会被 `wait_for()` 藏起来。
"""

import asyncio


async def waits(cup: asyncio.Future[str]) -> None:
    try:
        tea = await asyncio.wait_for(cup, timeout=60)
        print(f"waits: goes on with {tea}")
    except asyncio.CancelledError:
        print("waits: CancelledError")
        raise


async def main() -> None:
    cup = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(cup))
    await asyncio.sleep(0)
    cup.set_result("tea")
    print(f"main: cancel() says {task.cancel()}")
    await asyncio.wait([task])
    print(f"main: cancelled: {task.cancelled()}")


asyncio.run(main())

# Output:
# main: cancel() says True
# waits: goes on with tea
# main: cancelled: False
# Output (3.12+):
# main: cancel() says True
# waits: CancelledError
# main: cancelled: True
