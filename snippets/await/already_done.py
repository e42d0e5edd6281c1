"""Awaiting what is already available does not switch: a finished task, a free lock, a set event, a queue with room.

等待已经就绪的东西不会切换：已结束的任务、空闲的锁、已置位的事件、未满的队列。
"""

import asyncio


async def answer() -> int:
    return 42


async def other() -> None:
    print("other: runs")


async def main() -> None:
    finished = asyncio.create_task(answer())
    await finished
    lock = asyncio.Lock()
    event = asyncio.Event()
    event.set()
    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=1)

    task = asyncio.create_task(other())
    print("finished task:", await finished)
    async with lock:
        print("free lock: taken")
    print("event that is set:", await event.wait())
    await queue.put("item")
    print("queue with room: put")
    print("queue with an item:", await queue.get())
    await task


asyncio.run(main())

# Output:
# finished task: 42
# free lock: taken
# event that is set: True
# queue with room: put
# queue with an item: item
# other: runs
