"""Producer and consumer with a queue that holds one item.

Marks: program, program, program, program

Why: A put and its line are one turn, and so are a get and its line: 1 must be put before it is
got, got before there is room for 2, and 2 put before it is got.
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
    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=1)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())

# Output:
# put 1
# got 1
# put 2
# got 2
