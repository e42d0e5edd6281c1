"""Lines that say what the clock showed.

Marks: first, program

Why: Both lines compare with the same start. Once b's timer has fired the clock is past 0.5 and
never goes back, so a would then print `a late`, which is another line.
"""

import asyncio


async def sleeper(name: str, seconds: float, start: float) -> None:
    loop = asyncio.get_running_loop()
    await asyncio.sleep(seconds)
    print(name, "late" if loop.time() - start > 0.4 else "early")


async def main() -> None:
    start = asyncio.get_running_loop().time()
    await asyncio.gather(sleeper("a", 0.05, start), sleeper("b", 0.5, start))


asyncio.run(main())

# Output:
# a early
# b late
