# Two consumers on tasks of their own, cancelled when all is done.
import asyncio


async def consume(n, queue):
    while True:
        item = await queue.get()
        print("consumer", n, "has", item)
        await asyncio.sleep(0.01)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    consumers = [asyncio.create_task(consume(n, queue)) for n in (1, 2)]
    for item in range(4):
        await queue.put(item)
        print("put", item)
    await queue.join()
    print("joined")
    for consumer in consumers:
        consumer.cancel()


if __name__ == "__main__":
    asyncio.run(main())
