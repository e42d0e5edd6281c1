"""Eager tasks start inside create_task.

Marks: program, program, program, program, queue (earlier)

Why: The first three lines are one turn, and `a ends` needs a later turn. The second steps are
ready together.
"""

import asyncio


async def child(name: str) -> None:
    print(name, "starts")
    await asyncio.sleep(0)
    print(name, "ends")


async def main() -> None:
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(child(name)) for name in "ab"]
    print("main goes on")
    await asyncio.gather(*tasks)


asyncio.run(main())

# Requires: Python 3.12
# Output:
# a starts
# b starts
# main goes on
# a ends
# b ends
