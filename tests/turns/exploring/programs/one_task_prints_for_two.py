"""One task prints what two others send: the lines of one task can be reversed.

Marks: program, queue (earlier)

Why: b's first step may put before a's.
"""

import asyncio


async def sender(name: str, queue: asyncio.Queue[str]) -> None:
    await queue.put(name)


async def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    tasks = [asyncio.create_task(sender(name, queue)) for name in "ab"]
    for _ in tasks:
        print(await queue.get())


asyncio.run(main())

# Output:
# a
# b
