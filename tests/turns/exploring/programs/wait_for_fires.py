"""wait_for cancels what is too slow and waits until it is gone.

Marks: program, program, program
Marks on Python 3.11: clock (missing), clock (missing), clock (earlier)

Why: The job starts in main's own turn and waits for what never happens: only the timeout ends it,
and wait_for raises after that. On Python 3.11 the job is a task of its own. There the timeout may
fire early, before the job has started: then it never prints.
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
