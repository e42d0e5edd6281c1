"""A group's children start after the body's turn.

Marks: program, program, queue (earlier), program

Why: The children are created in the turn that prints `in the group`, so they follow it, whatever
the schedule. Their first steps are ready together. The group waits for both.
"""

import asyncio


async def child(name: str) -> None:
    print(name)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a"))
        group.create_task(child("b"))
        print("in the group")
    print("end")


asyncio.run(main())

# Output:
# in the group
# a
# b
# end
