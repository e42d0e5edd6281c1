"""Lines that say what the clock showed.

Marks: clock|unknown (missing), clock|unknown (earlier)

Why: Both lines compare with the same start. Once b's timer has fired the clock is past 0.5 and
never goes back. So if it fires before a has printed, a prints `a late`: then `a early` is missing,
and `b late` comes without it. In queue schedules a prints at 0.05. The program reads the clock, so
it may be that nothing is claimed.
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
