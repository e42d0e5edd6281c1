"""A job runs in its thread while main blocks the loop.

Marks: unknown, unknown, unknown

Why: Only time puts the job's line first: the thread could be slow to go on. But what a thread does
is in no schedule, so nothing is claimed.
"""

import asyncio
import time


def job() -> None:
    print("job")


async def main() -> None:
    future = asyncio.get_running_loop().run_in_executor(None, job)
    time.sleep(0.3)
    print("main")
    await future
    print("end")


asyncio.run(main())

# Output:
# job
# main
# end
