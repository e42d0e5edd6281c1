"""Two workers, one word to stop: one of them waits for ever. Let both end, whoever is faster.

两个工人，一个停工信号：总有一个会永远等下去。让两个都能结束，不管谁快。
"""

import asyncio


async def work(queue: asyncio.Queue[str]) -> None:
    while (item := await queue.get()) != "stop":
        print("made", item)


async def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    for item in ("cup", "pot", "stop"):
        queue.put_nowait(item)
    await asyncio.gather(work(queue), work(queue))
    print("closed")


asyncio.run(main())

# Goal: no deadlock
# Goal: lines "made cup" "made pot" "closed"
# Keep: await asyncio.gather(work(queue), work(queue))
# Keep: await queue.get()
# Rule: rule-queue-in-order
