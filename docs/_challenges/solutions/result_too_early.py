"""A task group waits at the end of its block; below it, all its tasks are done.

任务组在代码块结束时等待；到了块的后面，组里的任务都已完成。
"""

import asyncio


async def count(n: int) -> int:
    await asyncio.sleep(n)
    return n


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        one = group.create_task(count(1))
        two = group.create_task(count(2))
    print("sum", one.result() + two.result())


asyncio.run(main())
