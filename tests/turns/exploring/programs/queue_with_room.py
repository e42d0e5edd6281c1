"""Putting into a queue with room never suspends.

Marks: program, program, program, program

Why: Both puts are one turn, and nothing is there to get before it. The gets follow in the
consumer's one task.
"""

import asyncio


async def producer(queue: asyncio.Queue[int]) -> None:
    for item in (1, 2):
        await queue.put(item)
        print("put", item)


async def consumer(queue: asyncio.Queue[int]) -> None:
    for _ in range(2):
        print("got", await queue.get())


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())

# Output:
# put 1
# put 2
# got 1
# got 2
