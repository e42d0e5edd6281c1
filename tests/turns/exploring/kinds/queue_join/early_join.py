# Kind: queue_join
# Right: queue: join returns at once while nothing was put.
# Marks: queue
# Outcomes: 2
# Ends: finished deadlock
import asyncio


async def produce(queue):
    queue.put_nowait(1)


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(produce(queue))
    await asyncio.sleep(0)
    if task.done():
        print("join")
    await queue.join()


asyncio.run(main())
