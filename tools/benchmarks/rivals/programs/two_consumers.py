# A producer, and two consumers that share its four items.
import asyncio


async def produce(queue):
    for item in range(4):
        await queue.put(item)
    for _ in range(2):
        await queue.put(None)


async def consume(n, queue):
    while (item := await queue.get()) is not None:
        print("consumer", n, "has", item)
        await asyncio.sleep(0.01)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(produce(queue), consume(1, queue), consume(2, queue))


if __name__ == "__main__":
    asyncio.run(main())
