"""The writer is done, but the reader still waits for more. Let both come to their end.

写的一方结束了，读的一方还在等。让两边都能结束。
"""

import asyncio


async def write(queue: asyncio.Queue[int | None]) -> None:
    for number in (1, 2):
        await queue.put(number)


async def read(queue: asyncio.Queue[int | None]) -> None:
    while True:
        number = await queue.get()
        print("read", number)


async def main() -> None:
    queue: asyncio.Queue[int | None] = asyncio.Queue(1)
    await asyncio.gather(read(queue), write(queue))
    print("end")


asyncio.run(main())

# Goal: no deadlock
# Goal: order "read 1" "read 2" "end"
# Keep: async def main
# Keep: await queue.put(number)
# Rule: rule-queue-waits
