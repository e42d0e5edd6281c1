"""A lock is held while its owner sleeps, and another task comes for it in the meantime.

Marks: program, program, clock (earlier)

Why: It looks as if the lock ordered `b in` after `a out`, but it only does so because a comes
first, and that is the clock's doing: fire b's timer before a's first step, and b takes the lock
and prints first. In a queue schedule a's first step always runs before the clock moves.
"""

import asyncio


async def a(lock: asyncio.Lock) -> None:
    async with lock:
        print("a in")
        await asyncio.sleep(0.1)
        print("a out")


async def b(lock: asyncio.Lock) -> None:
    await asyncio.sleep(0.05)
    async with lock:
        print("b in")


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(a(lock), b(lock))


asyncio.run(main())

# Output:
# a in
# a out
# b in
