"""A job runs in its thread while main blocks the loop.

Marks: first, clock, program

Why: The thread could be slow to go on, or main's blocking sleep over early: only time promises
that the job's line is first. `end` comes after the job and, in main, after `main`.
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
