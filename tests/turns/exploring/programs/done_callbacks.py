"""Two done-callbacks of a task and the task that awaits it.

Marks: program, queue (missing), queue (earlier or missing), queue (earlier)

Why: All three are scheduled when the task ends, and are then ready together. Main's wake-up may be
the first, and a callback may be held back until the loop is closed. Nobody promises the order of
the two callbacks: it is a task that schedules them, not `call_soon` in the program.
"""

import asyncio


async def child() -> None:
    print("child")


async def main() -> None:
    task = asyncio.create_task(child())
    task.add_done_callback(lambda _: print("one"))
    task.add_done_callback(lambda _: print("two"))
    await task
    print("main")


asyncio.run(main())

# Output:
# child
# one
# two
# main
