"""A sleep of 0.2 against two sleeps of 0.1.

Marks: program, clock (earlier), queue (earlier)

Why: `once` has a later deadline than `halfway`, whose whole cascade runs before the clock moves
on. The second sleep of 0.1 ends when the sleep of 0.2 does (within the resolution): at 0.2 take
the timer of `twice`, then its wake-up, then the rest.
"""

import asyncio


async def once() -> None:
    await asyncio.sleep(0.2)
    print("once")


async def twice() -> None:
    await asyncio.sleep(0.1)
    print("halfway")
    await asyncio.sleep(0.1)
    print("twice")


async def main() -> None:
    await asyncio.gather(once(), twice())


asyncio.run(main())

# Output:
# halfway
# once
# twice
