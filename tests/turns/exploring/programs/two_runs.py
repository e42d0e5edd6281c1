"""Two loops, one after the other.

Marks: clock (missing), clock (earlier or missing), clock (earlier)

Why: The second loop begins after the first is closed, and what the first left behind is gone. In
queue schedules the clock does not move while main is ready. If the timer of `late` fires early, and
its wake-up comes before main's second step, main prints `False`: its line is missing, and the next
one comes without it.
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
