"""A task made before the eager factory is set, and one made after.

Marks: program, queue (earlier), program

Why: The plain child's first step waits for its turn, after main's. `eager ends` needs one more
turn of the eager child and may come before `plain`. `end` comes after both.
"""

import asyncio


async def plain() -> None:
    print("plain")


async def eager() -> None:
    await asyncio.sleep(0)
    print("eager ends")


async def main() -> None:
    first = asyncio.create_task(plain())
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    second = asyncio.create_task(eager())
    await first
    await second
    print("end")


asyncio.run(main())

# Requires: Python 3.12
# Output:
# plain
# eager ends
# end
