# Kind: two_consumers
# Right: queue: the last item goes to the first that asks.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def consume(name, queue):
    print(name, await queue.get())


async def main():
    queue = asyncio.LifoQueue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    await asyncio.gather(consume("a", queue), consume("b", queue))


asyncio.run(main())
