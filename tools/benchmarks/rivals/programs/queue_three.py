# A producer and a consumer, 3 items, room for one.
import asyncio


async def produce(queue):
    for n in range(3):
        await queue.put(n)
        print("put", n)
    await queue.put(None)


async def consume(queue):
    while (item := await queue.get()) is not None:
        print("got", item)


async def main():
    queue = asyncio.Queue(1)
    await asyncio.gather(produce(queue), consume(queue))


if __name__ == "__main__":
    asyncio.run(main())
