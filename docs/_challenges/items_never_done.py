"""A spoilt item is skipped, and then main waits for ever. Remove the deadlock.

跳过了一件坏的，main 就永远等下去了。消除这个死锁。
"""

import asyncio


async def worker(queue: asyncio.Queue[str]) -> None:
    while True:
        item = await queue.get()
        if item == "spoilt":
            continue
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

# Goal: no deadlock
# Goal: order "packed tea" "packed milk" "all done"
# Keep: async def main
# Rule: rule-queue-join
