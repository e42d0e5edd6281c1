"""Two jobs for one worker thread, submitted by two tasks.

Marks: unknown, unknown, unknown

Why: The tasks' first steps are ready together; the second one's may submit first. But what a thread
does is in no schedule, so nothing is claimed.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def submit(pool: ThreadPoolExecutor, name: str) -> None:
    await asyncio.get_running_loop().run_in_executor(pool, print, name)


async def main() -> None:
    with ThreadPoolExecutor(max_workers=1) as pool:
        await asyncio.gather(submit(pool, "a"), submit(pool, "b"))
    print("end")


asyncio.run(main())

# Output:
# a
# b
# end
