"""Who waits on a longer way goes on later, though he began to wait first.

绕得远的，先开始等也会后往下走。
"""

import asyncio


async def through_gather(news: asyncio.Future[str]) -> None:
    print("gather: begins to wait")
    await asyncio.gather(news)
    print("gather: goes on")


async def directly(news: asyncio.Future[str]) -> None:
    print("direct: begins to wait")
    await news
    print("direct: goes on")


async def main() -> None:
    news: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        group.create_task(through_gather(news))
        group.create_task(directly(news))
        await asyncio.sleep(0)
        news.set_result("here")


asyncio.run(main())

# Output:
# gather: begins to wait
# direct: begins to wait
# direct: goes on
# gather: goes on
