"""Without aclosing the loop closes an abandoned generator some time later.

Marks: program|unknown, program|unknown, clock (missing), clock (earlier)

Why: The generator is dropped in main's turn, which also prints `after`; its closing is a new task.
While that is ready the clock stands still. If main's timer fires early, `end` may come first; and
if the callback that makes the task is held back until the loop is closed, `closed` is never
printed. Until that callback has run, nothing shows whether what it closes has begun: states with it
are not alike, and 10,000 turns are too few for all of them.
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
