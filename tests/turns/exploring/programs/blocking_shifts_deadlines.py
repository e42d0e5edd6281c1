"""Who blocks first decides which deadline is earlier.

Marks: program, queue (earlier)

Why: As run, a's deadline is 0.15 and b's is 0.2. If b's first step runs first, b's deadline is
0.1 and a's is still 0.15: b prints first, with all timers in order.
"""

import asyncio
import time


async def a() -> None:
    time.sleep(0.1)
    await asyncio.sleep(0.05)
    print("a")


async def b() -> None:
    await asyncio.sleep(0.1)
    print("b")


async def main() -> None:
    await asyncio.gather(a(), b())


asyncio.run(main())

# Output:
# a
# b
