"""Join waits until every item is done.

Marks: program, program, program

Why: One worker takes the items in order; join returns only after the second task_done.
"""

import asyncio


async def work(queue: asyncio.Queue[int]) -> None:
    while True:
        print("did", await queue.get())
        queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    worker = asyncio.create_task(work(queue))
    queue.put_nowait(1)
    queue.put_nowait(2)
    await queue.join()
    print("joined")
    worker.cancel()


asyncio.run(main())

# Output:
# did 1
# did 2
# joined
