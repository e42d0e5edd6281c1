"""A waiter with a long timeout around a job that the timeout cancels.

Marks: first, program

Why: If the timeout fires first it cancels the job (also one whose wake-up is already queued, or
that has not started), so `job done` is never printed after `main goes on`.
"""

import asyncio


async def job() -> None:
    await asyncio.sleep(0.1)
    print("job done")


async def main() -> None:
    task = asyncio.create_task(job())
    try:
        async with asyncio.timeout(0.5):
            await task
    except TimeoutError:
        pass
    print("main goes on")


asyncio.run(main())

# Output:
# job done
# main goes on
