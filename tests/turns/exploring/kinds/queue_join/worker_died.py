# Kind: queue_join
# Right: deadlock: the worker fails at the first item, and nobody looks.
# Marks: program
# Outcomes: 1
# Ends: deadlock
import asyncio


async def worker(queue):
    item = await queue.get()
    raise ValueError(item)


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    task = asyncio.create_task(worker(queue))
    print("joining")
    await queue.join()
    print("joined", task)


asyncio.run(main())
