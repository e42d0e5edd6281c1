"""A lock orders the lines of one critical section, not the tasks.

Marks: program, program, queue (earlier), program

Why: `b in` before `a out`: b's first step runs first, takes the lock and prints both its lines
before a's.
"""

import asyncio


async def work(name: str, lock: asyncio.Lock) -> None:
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(work("a", lock), work("b", lock))


asyncio.run(main())

# Output:
# a in
# a out
# b in
# b out
