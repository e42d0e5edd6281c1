# Kind: two_consumers
# Right: queue: which consumer gets an item.
# Marks: queue|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def consume(name, queue):
    print(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    await asyncio.gather(consume("a", queue), consume("b", queue))


asyncio.run(main())
