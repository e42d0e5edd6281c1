"""asyncio.run() closes its loop at the end; who has kept that loop cannot use it in the next run.

asyncio.run() 结束时关闭它的事件循环；谁把这个循环存了下来，下次运行就用不了。
"""

import asyncio


async def beat() -> None:
    print("beat")


class Heart:
    """Keeps the loop in which it was made."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()

    async def once(self) -> None:
        coroutine = beat()
        try:
            await self.loop.create_task(coroutine)
        except RuntimeError as error:
            coroutine.close()
            print("error:", error)


async def make() -> Heart:
    heart = Heart()
    await heart.once()
    return heart


heart = asyncio.run(make())
asyncio.run(heart.once())

# Output:
# beat
# error: Event loop is closed
