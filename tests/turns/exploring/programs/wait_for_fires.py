"""wait_for cancels what is too slow and waits until it is gone.

Marks: first, program, program

Why: The job is cancelled after it has started or never prints; wait_for raises after the job has
ended.
"""

import asyncio


async def job() -> None:
    print("start")
    try:
        await asyncio.Event().wait()
    finally:
        print("cancelled")


async def main() -> None:
    try:
        await asyncio.wait_for(job(), 0.05)
    except TimeoutError:
        print("timeout")


asyncio.run(main())

# Output:
# start
# cancelled
# timeout
