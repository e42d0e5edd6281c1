"""Lines that say how long each task believes it slept.

Marks: clock|unknown (missing), clock|unknown (earlier)

Why: Each task looks at the clock when it starts. If b's timer fires while a sleeps, a prints `a
late`, and `a early` is missing. Or let b start, fire its timer and let it print `b late`; a starts
only then, so its sleep still looks short and it prints `a early`. In queue schedules both start at
0 and 0.05 comes before 0.5. The program reads the clock, so it may be that nothing is claimed.
"""

import asyncio


async def sleeper(name: str, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(seconds)
    print(name, "late" if loop.time() - start > 0.4 else "early")


async def main() -> None:
    await asyncio.gather(sleeper("a", 0.05), sleeper("b", 0.5))


asyncio.run(main())

# Output:
# a early
# b late
