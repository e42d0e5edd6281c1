"""A task awaits a task that awaits a task.

Marks: program, program, program, program, program

Why: Each task is created in the turn that prints the line above it, and awaited by the one above
it.
"""

import asyncio


async def leaf() -> None:
    print("leaf")


async def branch() -> None:
    task = asyncio.create_task(leaf())
    print("branch waits")
    await task
    print("branch done")


async def main() -> None:
    task = asyncio.create_task(branch())
    print("main waits")
    await task
    print("main done")


asyncio.run(main())

# Output:
# main waits
# branch waits
# leaf
# branch done
# main done
