"""Awaiting task 2 first does not start it first: tasks start in the order they were created.

先 `await` 任务 2，并不会让它先开始：任务按创建的顺序开始。
"""

import asyncio


async def work(name: str, turns: int) -> None:
    print(f"{name}: starts")
    for _ in range(turns):
        await asyncio.sleep(0)
    print(f"{name}: ends")


async def main() -> None:
    first = asyncio.create_task(work("task 1", turns=5))
    second = asyncio.create_task(work("task 2", turns=1))
    await second
    print("main: task 2 awaited")
    await first
    print("main: task 1 awaited")


asyncio.run(main())

# Output:
# task 1: starts
# task 2: starts
# task 2: ends
# main: task 2 awaited
# task 1: ends
# main: task 1 awaited
