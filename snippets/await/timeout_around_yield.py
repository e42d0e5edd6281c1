"""A time limit around a `yield` runs on while the consumer works, and what it cancels is the consumer.

把 `yield` 包在时限里，消费者干活时时限照走，到头来被取消的是消费者。
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing


async def rows() -> AsyncGenerator[int, None]:
    async with asyncio.timeout(0.02):
        yield 1


async def main() -> None:
    try:
        async with aclosing(rows()) as source:
            async for row in source:
                print("main: works on row", row)
                await asyncio.sleep(0.1)
                print("main: has finished row", row)
    except TimeoutError:
        print("main: out of time")
    except asyncio.CancelledError:
        print("main: cancelled")


asyncio.run(main())

# Output:
# main: works on row 1
# main: cancelled
