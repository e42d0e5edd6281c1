"""A `put()` that was woken has no place yet: whoever runs now can fill it, and the producer waits again.

被唤醒的 `put()` 还没有占到空位：正在运行的人可以先填上，生产者只好接着等。
"""

import asyncio


async def produce(shelf: asyncio.Queue[str]) -> None:
    await shelf.put("old")
    print("producer: has put old")
    await shelf.put("waited")
    print("producer: has put waited")


async def main() -> None:
    shelf: asyncio.Queue[str] = asyncio.Queue(maxsize=1)
    producer = asyncio.create_task(produce(shelf))
    await asyncio.sleep(0)  # the shelf is full, and the producer waits
    print("main: takes", shelf.get_nowait())
    shelf.put_nowait("sneaked")
    await asyncio.sleep(0)  # the producer finds it full again
    print("main: takes", shelf.get_nowait())
    print("main: takes", await shelf.get())
    await producer


asyncio.run(main())

# Output:
# producer: has put old
# main: takes old
# main: takes sneaked
# producer: has put waited
# main: takes waited
