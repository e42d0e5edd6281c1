"""Main cancels them itself, one after the other, and waits for each; then nothing is left.

main 自己一个一个取消，并等每一个结束，这样就什么也不剩了。
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
    for task in reversed(tasks):
        task.cancel()
        await asyncio.wait([task])


asyncio.run(main())
