"""wait_for returns in time; another task sleeps longer.

Marks: first, program, clock, program

Why: `got 42` needs the job's result. `other` fires early in some clock schedule, with the job
still pending.
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
