"""A timer's own line against the line of a task woken at the same time.

Marks: queue (missing), queue (earlier)

Why: Equal deadlines: take the sleep's timer, then the wake-up, and only then the timer that prints.
If that is held back for longer, main ends and the loop is closed before it.
"""

import asyncio


async def sleeper() -> None:
    await asyncio.sleep(0.05)
    print("sleeper")


async def main() -> None:
    asyncio.get_running_loop().call_later(0.05, print, "timer")
    await asyncio.create_task(sleeper())


asyncio.run(main())

# Output:
# timer
# sleeper
