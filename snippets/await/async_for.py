"""An async generator's yield hands over to its consumer, not to the loop; only an await inside lets others run.

异步生成器的 yield 把值交给消费者，而不是交还事件循环；只有生成器里的 await 才让别人运行。
"""

import asyncio
from collections.abc import AsyncIterator


async def at_hand() -> AsyncIterator[str]:
    for item in ("a1", "a2"):
        yield item


async def arriving() -> AsyncIterator[str]:
    for item in ("b1", "b2"):
        await asyncio.sleep(0)
        yield item


async def ticks() -> None:
    for tick in (1, 2):
        print(f"        tick {tick}")
        await asyncio.sleep(0)


async def main() -> None:
    task = asyncio.create_task(ticks())
    async for item in at_hand():
        print("got", item)
    async for item in arriving():
        print("got", item)
    await task


asyncio.run(main())

# Output:
# got a1
# got a2
#         tick 1
# got b1
#         tick 2
# got b2
