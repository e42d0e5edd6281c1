"""A task cancelled before its first step never runs.

Marks: program, program

Why: One task prints both lines. The child's body runs in no schedule.
"""

import asyncio


async def child() -> None:
    print("child")


async def main() -> None:
    task = asyncio.create_task(child())
    task.cancel()
    print("cancel")
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())

# Output:
# cancel
# cancelled
