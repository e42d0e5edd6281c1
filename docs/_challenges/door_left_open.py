"""When the guest is cancelled, the door stays open. Have it closed whatever comes.

客人的任务一被取消，门就一直开着。无论发生什么，都要把门关上。
"""

import asyncio


async def guest(inside: asyncio.Event) -> None:
    print("door open")
    inside.set()
    await asyncio.sleep(60)
    print("door closed")


async def main() -> None:
    inside = asyncio.Event()
    task = asyncio.create_task(guest(inside))
    await inside.wait()
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())

# Goal: order "door open" "door closed" "cancelled: True"
# Keep: async def main
# Keep: await asyncio.sleep(60)
# Rule: rule-cancel-cleanup
