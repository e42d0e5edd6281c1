"""wait_for returns in time; another task sleeps longer.

Marks: clock (missing), clock (missing), clock (earlier or missing), clock (missing)

Why: If the timeout fires first, the job is cancelled and main fails with a TimeoutError; the other
task is cancelled as it ends. Then all lines are missing. If the other task's timer fires early,
`other` comes before `got 42`. In queue schedules 0.05 comes first.
"""

import asyncio


async def job() -> int:
    await asyncio.sleep(0.05)
    print("job done")
    return 42


async def other() -> None:
    await asyncio.sleep(0.3)
    print("other")


async def main() -> None:
    task = asyncio.create_task(other())
    print("got", await asyncio.wait_for(job(), 1))
    await task
    print("end")


asyncio.run(main())

# Output:
# job done
# got 42
# other
# end
