"""A waiter with a long timeout around a job that the timeout cancels.

Marks: clock (missing), clock (earlier)

Why: If the timeout fires first it cancels the job (also one whose wake-up is already queued, or
that has not started): `job done` is missing, and `main goes on` comes without it. In queue
schedules 0.1 comes before 0.5.
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
