"""A cancellation is an exception at the `await`; what has to happen anyway belongs into `finally`.

取消就是在 `await` 处抛出的异常；无论如何都要做的事，放进 `finally`。
"""

import asyncio


async def guest(inside: asyncio.Event) -> None:
    print("door open")
    inside.set()
    try:
        await asyncio.sleep(60)
    finally:
        print("door closed")


async def main() -> None:
    inside = asyncio.Event()
    task = asyncio.create_task(guest(inside))
    await inside.wait()
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
