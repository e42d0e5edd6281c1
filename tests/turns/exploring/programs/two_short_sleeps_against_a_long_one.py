"""Two timers must fire early, one after the other, to reverse two lines.

Marks: program, clock (earlier)

Why: Queue schedules keep 0.1 before 0.15. Firing both timers of `twice` before the one of `once`
reverses.
"""

import asyncio


async def once() -> None:
    await asyncio.sleep(0.1)
    print("once")


async def twice() -> None:
    await asyncio.sleep(0.05)
    await asyncio.sleep(0.1)
    print("twice")


async def main() -> None:
    await asyncio.gather(once(), twice())


asyncio.run(main())

# Output:
# once
# twice
