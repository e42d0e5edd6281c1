"""Two loops, one after the other.

Marks: first, program, program

Why: The second loop begins after the first is closed, and what the first left behind is gone.
"""

import asyncio


async def late() -> None:
    await asyncio.sleep(60)
    print("never")


async def main(name: str) -> None:
    task = asyncio.create_task(late())
    await asyncio.sleep(0)
    print(name, not task.done())


asyncio.run(main("one"))
asyncio.run(main("two"))
print("end")

# Output:
# one True
# two True
# end
