"""A task ends just before it would be cancelled.

Marks: first, program, program

Why: The deadlines are equal, but a schedule in which main cancels first cancels the child even
when its wake-up is already queued: `child done` is then never printed.
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
