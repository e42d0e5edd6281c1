"""An async for over a generator without awaits is one turn.

Marks: program, program, program

Why: The other task was created in the turn that prints both numbers.
"""

import asyncio
from collections.abc import AsyncIterator


async def numbers() -> AsyncIterator[int]:
    yield 1
    yield 2


async def other() -> None:
    print("other")


async def main() -> None:
    task = asyncio.create_task(other())
    async for number in numbers():
        print(number)
    await task


asyncio.run(main())

# Output:
# 1
# 2
# other
