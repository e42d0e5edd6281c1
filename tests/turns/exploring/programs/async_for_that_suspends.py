"""An async generator that gives way before each item, beside a ticking task.

Marks: program, queue (earlier), queue (earlier), queue (earlier)

Why: Both are chains of ready steps, and any interleaving is possible: got 1 before tick 1; tick
1, tick 2 before got 1; got 1, got 2 before tick 2.
"""

import asyncio
from collections.abc import AsyncIterator


async def numbers() -> AsyncIterator[int]:
    for number in (1, 2):
        await asyncio.sleep(0)
        yield number


async def read() -> None:
    async for number in numbers():
        print("got", number)


async def tick() -> None:
    for number in (1, 2):
        print("tick", number)
        await asyncio.sleep(0)


async def main() -> None:
    await asyncio.gather(read(), tick())


asyncio.run(main())

# Output:
# tick 1
# got 1
# tick 2
# got 2
