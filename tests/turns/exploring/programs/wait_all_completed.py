"""Waiting for all tasks.

Marks: program, queue (earlier), program

Why: The first steps are ready together; wait returns after both.
"""

import asyncio


async def child(name: str) -> None:
    print(name)


async def main() -> None:
    tasks = [asyncio.create_task(child(name)) for name in "ab"]
    done, _ = await asyncio.wait(tasks)
    print(len(done), "are done")


asyncio.run(main())

# Output:
# a
# b
# 2 are done
