"""Waiting for the first of two tasks.

Marks: program, clock (earlier), clock (earlier), program

Why: `one is done` is not tied to a: if b's timer fires first, b ends the waiting, and a comes
later. `b` before `one is done`: b's timer fires after a's line and before main's wake-up. No
queue schedule moves the clock from 0.05 to 0.3 before main has been woken.
"""

import asyncio


async def child(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(name)


async def main() -> None:
    tasks = [asyncio.create_task(child("a", 0.05)), asyncio.create_task(child("b", 0.3))]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("one is done")
    await asyncio.gather(*tasks)
    print("end")


asyncio.run(main())

# Output:
# a
# one is done
# b
# end
