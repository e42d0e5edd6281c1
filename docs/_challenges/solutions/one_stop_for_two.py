"""Each item goes to one worker; so whoever takes the last one puts it back for the other.

每个元素只会给一个工人；所以拿到停工信号的人要把它放回去给另一个。
"""

import asyncio


async def work(queue: asyncio.Queue[str]) -> None:
    while (item := await queue.get()) != "stop":
        print("made", item)
    queue.put_nowait("stop")


async def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    for item in ("cup", "pot", "stop"):
        queue.put_nowait(item)
    await asyncio.gather(work(queue), work(queue))
    print("closed")


asyncio.run(main())
