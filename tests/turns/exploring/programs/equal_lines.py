"""Equal lines of two tasks are told apart by their occurrence.

Marks: program, program, queue (earlier), program

Why: The second `tick` is never before the first. A task may print `tick` and `tock` before the
other's `tick`.
"""

import asyncio


async def clock() -> None:
    print("tick")
    await asyncio.sleep(0)
    print("tock")


async def main() -> None:
    await asyncio.gather(clock(), clock())


asyncio.run(main())

# Output:
# tick
# tick
# tock
# tock
