# Kind: queue_join
# Right: it finishes: each item is done before join returns.
# Marks: program program program
# Outcomes: 1
# Ends: finished
import asyncio


async def worker(queue):
    while True:
        print(await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(worker(queue))
    queue.put_nowait(1)
    queue.put_nowait(2)
    await queue.join()
    print("joined")
    task.cancel()


asyncio.run(main())
