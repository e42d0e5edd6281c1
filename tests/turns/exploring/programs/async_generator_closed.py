"""aclosing runs a generator's finally before the next statement.

Marks: program, program, program

Why: Everything is awaited by one task.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing


async def numbers() -> AsyncGenerator[int, None]:
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("closed")


async def main() -> None:
    async with aclosing(numbers()) as items:
        async for number in items:
            print(number)
            break
    print("after")


asyncio.run(main())

# Output:
# 1
# closed
# after
