"""Two done-callbacks of a task and the task that awaits it.

Marks: first, program, queue, queue

Why: All three are scheduled when the task ends, and are then ready together; main's wake-up may
be the first, and the callbacks still run before the loop stops.
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
