"""A task ends just before it would be cancelled.

Marks: queue (missing), queue (earlier), program

Why: The deadlines are equal. In a schedule in which main wakes first, it cancels the child even if
its wake-up is already queued: `child done` is missing, and `cancel` comes without it. Main prints
the other lines in any case.
"""

import asyncio


async def child() -> None:
    await asyncio.sleep(0.1)
    print("child done")


async def main() -> None:
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    await asyncio.sleep(0.1)
    task.cancel()
    print("cancel")
    await asyncio.wait([task])
    print("end")


asyncio.run(main())

# Output:
# child done
# cancel
# end
