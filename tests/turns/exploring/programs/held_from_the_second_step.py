"""The task to hold back must take its first step, or nothing happens.

Marks: program, queue (earlier)

Why: b waits for a's first step. After it, b takes all its steps before a's second.
"""

import asyncio


async def a(event: asyncio.Event) -> None:
    event.set()
    await asyncio.sleep(0)
    print("a")


async def b(event: asyncio.Event) -> None:
    await event.wait()
    await asyncio.sleep(0)
    print("b")


async def main() -> None:
    event = asyncio.Event()
    await asyncio.gather(a(event), b(event))


asyncio.run(main())

# Output:
# a
# b
