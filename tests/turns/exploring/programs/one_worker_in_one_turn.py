"""Two jobs for one worker thread, submitted in one turn.

Marks: unknown, unknown, unknown

Why: The pool has one worker and takes jobs in the order of submission, and one turn submits both.
But what a thread does is in no schedule, so nothing is claimed.
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(name: str) -> None:
    time.sleep(0.05)
    print(name)


async def main() -> None:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        await asyncio.gather(*(loop.run_in_executor(pool, job, name) for name in "ab"))
    print("end")


asyncio.run(main())

# Output:
# a
# b
# end
