"""The last item says that there are no more; from Python 3.13 on, `queue.shutdown()` says it, too.

最后放一个表示“没有了”的元素；从 Python 3.13 起，也可以用 `queue.shutdown()`。
"""

import asyncio


async def write(queue: asyncio.Queue[int | None]) -> None:
    for number in (1, 2):
        await queue.put(number)
    await queue.put(None)


async def read(queue: asyncio.Queue[int | None]) -> None:
    while True:
        number = await queue.get()
        if number is None:
            break
        print("read", number)


async def main() -> None:
    queue: asyncio.Queue[int | None] = asyncio.Queue(1)
    await asyncio.gather(read(queue), write(queue))
    print("end")


asyncio.run(main())
