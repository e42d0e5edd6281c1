"""Three workers, two permits.

Marks: program, queue (earlier), queue (earlier), queue (earlier), queue (earlier), program

Why: `a out` before `b in`: a takes both its steps before b's first. `c in` before `b out`: c's
first step runs before b's. `c out` follows `c in` in one task.
"""

import asyncio


async def work(name: str, semaphore: asyncio.Semaphore) -> None:
    async with semaphore:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")


async def main() -> None:
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(work(name, semaphore) for name in "abc"))


asyncio.run(main())

# Output:
# a in
# b in
# a out
# b out
# c in
# c out
