"""Without aclosing the loop closes an abandoned generator some time later.

Marks: first, program, program, clock

Why: The generator is dropped in main's turn, which also prints `after`; its closing is a new
task. While that is ready the clock stands still; firing main's timer early prints `end` first,
and `closed` still comes: the loop does not stop before its next turn.
"""

import asyncio
from collections.abc import AsyncIterator


async def numbers() -> AsyncIterator[int]:
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def main() -> None:
    async for number in numbers():
        print(number)
        break
    print("after")
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())

# Output:
# 1
# after
# closed
# end
