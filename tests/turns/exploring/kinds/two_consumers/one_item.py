# Kind: two_consumers
# Right: queue: the other is left behind.
# Marks: queue
# Outcomes: 2
# Ends: deadlock
import asyncio


async def consume(name, queue):
    print(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    await asyncio.gather(consume("a", queue), consume("b", queue))


asyncio.run(main())
