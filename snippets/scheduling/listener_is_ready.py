"""A task that says when it is ready, and a caller that waits for it: no order is left to the scheduler.

任务准备好了就说一声，调用者等到这一声：先后不再由调度器决定。
"""

import asyncio

listeners: list[asyncio.Future[str]] = []


async def kitchen(ready: asyncio.Event) -> None:
    heard = asyncio.get_running_loop().create_future()
    listeners.append(heard)
    print("kitchen: listens")
    ready.set()
    print("kitchen: hears", await heard)


async def main() -> None:
    ready = asyncio.Event()
    task = asyncio.create_task(kitchen(ready))
    await ready.wait()
    print("main: rings")
    listeners.pop().set_result("the bell")
    await task


asyncio.run(main())

# Output:
# kitchen: listens
# main: rings
# kitchen: hears the bell
