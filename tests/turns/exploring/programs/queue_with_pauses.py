"""A producer that gives way after each put.

Marks: program, program, queue (earlier), program

Why: `put 2` before `got 1`: the producer goes on before the consumer has had a turn. An item is
never got before the turn in which it was put.
"""

import asyncio


async def producer(queue: asyncio.Queue[int]) -> None:
    for item in (1, 2):
        await queue.put(item)
        print("put", item)
        await asyncio.sleep(0)


async def consumer(queue: asyncio.Queue[int]) -> None:
    for _ in range(2):
        print("got", await queue.get())


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())

# Output:
# put 1
# got 1
# put 2
# got 2
