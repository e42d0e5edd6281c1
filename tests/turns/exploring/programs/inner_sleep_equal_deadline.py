"""A task that sleeps against one that awaits a sleeping task.

Marks: program, queue (earlier), program

Why: Both timers are due together; the inner task's timer and wake-up may come first. The outer
task waits for the inner.
"""

import asyncio


async def inner() -> None:
    await asyncio.sleep(0.05)
    print("inner")


async def outer() -> None:
    await asyncio.create_task(inner())
    print("outer")


async def plain() -> None:
    await asyncio.sleep(0.05)
    print("plain")


async def main() -> None:
    await asyncio.gather(outer(), plain())


asyncio.run(main())

# Output:
# plain
# inner
# outer
