"""A task that is still waiting when main ends is cancelled.

Marks: queue (missing), queue (earlier), queue (missing)

Why: Main's second step may run before the child's first. Then the child may still start before the
loop stops, or is cancelled before it has started: `start` and `cancelled` are missing. It is
cancelled only because main has ended.
"""

import asyncio

tasks: list[asyncio.Task[None]] = []


async def child() -> None:
    print("start")
    try:
        await asyncio.Event().wait()
    finally:
        print("cancelled")


async def main() -> None:
    tasks.append(asyncio.create_task(child()))
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())

# Output:
# start
# main ends
# cancelled
