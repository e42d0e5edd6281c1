"""A task of its own and a queue between them: now the next item is fetched while the last one is saved.

给取数据的一边单独一个任务，中间放一个队列：保存这一项的时候，下一项已经在取了。
"""

import asyncio
from collections.abc import AsyncIterator


async def fetch() -> AsyncIterator[int]:
    for number in (1, 2):
        print("fetching", number)
        await asyncio.sleep(0.02)
        yield number


async def fill(queue: asyncio.Queue[int | None]) -> None:
    async for number in fetch():
        await queue.put(number)
    await queue.put(None)


async def main() -> None:
    queue: asyncio.Queue[int | None] = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(fill(queue))
        while (number := await queue.get()) is not None:
            await asyncio.sleep(0.05)
            print("    saved", number)


asyncio.run(main())

# Output:
# fetching 1
# fetching 2
#     saved 1
#     saved 2
