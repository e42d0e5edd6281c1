"""A job sleeps in a thread while the loop goes on.

Marks: unknown, unknown, unknown

Why: 0.4 in the thread against 0.1 in the loop. But how long a thread takes is in no schedule, so
nothing is claimed.
"""

import asyncio
import time


def job() -> None:
    time.sleep(0.4)
    print("thread done")


async def main() -> None:
    task = asyncio.create_task(asyncio.to_thread(job))
    await asyncio.sleep(0.1)
    print("loop goes on")
    await task
    print("end")


asyncio.run(main())

# Output:
# loop goes on
# thread done
# end
