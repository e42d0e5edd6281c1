"""`join` waits for one `task_done` for each item, whatever became of it.

`join` 等的是每一件都有一次 `task_done`，不管它的结果如何。
"""

import asyncio


async def worker(queue: asyncio.Queue[str]) -> None:
    while True:
        item = await queue.get()
        if item != "spoilt":
            print("packed", item)
        queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    for item in ("tea", "spoilt", "milk"):
        queue.put_nowait(item)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    task.cancel()
    print("all done")


asyncio.run(main())
