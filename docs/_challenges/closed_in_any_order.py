"""At the end, whoever is left is closed in any order. Have the shop closed before the safe.

程序结束时，剩下的任务以任意顺序关闭。让店先关门，再关保险箱。
"""

import asyncio


async def watch(name: str, on: asyncio.Event) -> None:
    try:
        on.set()
        await asyncio.sleep(60)
    finally:
        print(name, "closed")


async def main() -> None:
    tasks = []
    for name in ("safe", "shop"):
        on = asyncio.Event()
        tasks.append(asyncio.create_task(watch(name, on)))
        await on.wait()
    print("evening")


asyncio.run(main())

# Goal: order "evening" "shop closed" "safe closed"
# Keep: async def watch
# Keep: tasks.append(asyncio.create_task(watch(name, on)))
# Rule: rule-left-over-cancelled
