"""A consumer that always finds an item never suspends: nobody else has a turn until the queue is empty.

消费者每次都取得到东西，就从不挂起：队列取空之前，别人一个轮次也轮不到。
"""

import asyncio


async def consume(queue: asyncio.Queue[int]) -> None:
    while True:
        number = await queue.get()
        print(f"consumer: got {number}")


async def tick() -> None:
    for number in (1, 2):
        print(f"clock: tick {number}")
        await asyncio.sleep(0)


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    for number in (1, 2, 3):
        queue.put_nowait(number)
    consumer = asyncio.create_task(consume(queue))
    await tick()
    consumer.cancel()


asyncio.run(main())

# Output:
# clock: tick 1
# consumer: got 1
# consumer: got 2
# consumer: got 3
# clock: tick 2
