"""A task with five rounds of sleep(0) is done before any timer.

Marks: program, clock (earlier)

Why: The clock does not move while the counting task is ready, so no queue schedule wakes the
sleeper first.
"""

import asyncio


async def count() -> None:
    for _ in range(5):
        await asyncio.sleep(0)
    print("counted")


async def sleeper() -> None:
    await asyncio.sleep(0.1)
    print("slept")


async def main() -> None:
    await asyncio.gather(count(), sleeper())


asyncio.run(main())

# Output:
# counted
# slept
