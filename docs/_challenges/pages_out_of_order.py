"""The pages are printed as they arrive. Load them side by side all the same, but print them in order.

页面哪个先到就先打印哪个。仍然同时加载，但要按页码顺序打印。
"""

import asyncio


async def load(number: int) -> str:
    await asyncio.sleep(3 - number)
    return f"page {number}"


async def main() -> None:
    tasks = [asyncio.create_task(load(number)) for number in (1, 2)]
    for finished in asyncio.as_completed(tasks):
        page = await finished
        print(page)


asyncio.run(main())

# Goal: order "page 1" "page 2"
# Keep: async def load
# Keep: tasks = [asyncio.create_task(load(number)) for number in (1, 2)]
# Schedules: clock
# Rule: rule-as-completed-order
