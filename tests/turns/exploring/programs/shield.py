"""A shielded job goes on when its waiter is cancelled.

Marks: program, queue (earlier), clock (earlier), program

Why: `cancelled` before `start`: the callback that cancels, then main's wake-up, then the job's
first step. `done` before `cancelled`: start, the job's timer, its wake-up, and only then the
callback that cancels; queue schedules run that callback before the clock moves. Main awaits the
job before `end`.
"""

import asyncio


async def job() -> None:
    print("start")
    await asyncio.sleep(0.05)
    print("done")


async def main() -> None:
    inner = asyncio.create_task(job())
    outer = asyncio.shield(inner)
    asyncio.get_running_loop().call_soon(outer.cancel)
    try:
        await outer
    except asyncio.CancelledError:
        print("cancelled")
    await inner
    print("end")


asyncio.run(main())

# Output:
# start
# cancelled
# done
# end
