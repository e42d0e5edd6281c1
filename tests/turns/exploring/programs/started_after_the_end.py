"""A task created after another one has been awaited.

Marks: program, program, program

Why: b does not exist before a has ended.
"""

import asyncio


async def child(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(name)


async def main() -> None:
    await asyncio.create_task(child("a", 0.1))
    await asyncio.create_task(child("b", 0.05))
    print("end")


asyncio.run(main())

# Output:
# a
# b
# end
