"""Only a full queue makes its producer wait: without a limit the consumer comes when everything has been put.

只有队列满了，生产者才会等；不设上限，东西全放完了才轮到消费者。
"""

import asyncio


async def produce(queue: asyncio.Queue[int]) -> None:
    for number in (1, 2):
        await queue.put(number)
        print(f"put {number}")


async def consume(queue: asyncio.Queue[int]) -> None:
    for _ in range(2):
        number = await queue.get()
        print(f"got {number}")


async def main() -> None:
    for limit in (0, 1):
        print(f"maxsize={limit}")
        queue: asyncio.Queue[int] = asyncio.Queue(maxsize=limit)
        await asyncio.gather(produce(queue), consume(queue))


asyncio.run(main())

# Output:
# maxsize=0
# put 1
# put 2
# got 1
# got 2
# maxsize=1
# put 1
# got 1
# put 2
# got 2
