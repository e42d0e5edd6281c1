"""Lines that say how long each task believes it slept.

Marks: first, clock

Why: Each task looks at the clock when it starts. Let b start, fire its timer and let it print `b
late`; a starts only then, so its sleep still looks short and it prints `a early`. In queue
schedules both start at 0 and 0.05 comes before 0.5.
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
