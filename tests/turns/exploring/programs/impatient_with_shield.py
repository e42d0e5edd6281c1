"""A waiter with a long timeout around a shielded job.

Marks: program, clock (earlier)

Why: It looks as if main waited for the job, but the timeout may fire early: then `main goes on`
comes first, and the shielded job still prints afterwards, before main ends. In queue schedules
0.1 comes before 0.5.
"""

import asyncio


async def job() -> None:
    await asyncio.sleep(0.1)
    print("job done")


async def main() -> None:
    task = asyncio.create_task(job())
    try:
        async with asyncio.timeout(0.5):
            await asyncio.shield(task)
    except TimeoutError:
        pass
    print("main goes on")
    await task


asyncio.run(main())

# Output:
# job done
# main goes on
