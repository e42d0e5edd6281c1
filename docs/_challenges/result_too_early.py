"""The sum is asked for while the tasks still run. Have it printed when both are done.

任务还在运行，就去取结果求和。让它在两个任务都完成之后再打印。
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

# Goal: order "sum 3"
# Keep: async def count
# Keep: one = group.create_task(count(1))
# Keep: two = group.create_task(count(2))
# Rule: rule-group-waits-for-added
