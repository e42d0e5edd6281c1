"""A task sees the context variables as they were when it was created.

Marks: program, program, queue (earlier)

Why: Main prints in the turn that creates both tasks. Their first steps are ready together, and
each prints its own value.
"""

import asyncio
from contextvars import ContextVar

name: ContextVar[str] = ContextVar("name")


async def child() -> None:
    print("child sees", name.get())


async def main() -> None:
    name.set("a")
    first = asyncio.create_task(child())
    name.set("b")
    second = asyncio.create_task(child())
    name.set("c")
    print("main sees", name.get())
    await asyncio.gather(first, second)


asyncio.run(main())

# Output:
# main sees c
# child sees a
# child sees b
