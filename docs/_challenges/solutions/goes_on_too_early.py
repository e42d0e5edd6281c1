"""Two events: one says that the child has started, the other that main has gone on.

用两个事件：一个说明子任务已经开始，另一个说明 main 已经往下走了。
"""

import asyncio


async def child(started: asyncio.Event, gone_on: asyncio.Event) -> None:
    print("child: starts")
    started.set()
    await asyncio.sleep(1)
    await gone_on.wait()
    print("child: ends")


async def main() -> None:
    started, gone_on = asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(child(started, gone_on))
    await started.wait()
    print("main: goes on")
    gone_on.set()
    await task


asyncio.run(main())
