"""The tasks run side by side anyway; awaited one after the other, they give their pages in order.

任务反正都在同时运行；按顺序逐个 await，页面就按顺序出来。
"""

import asyncio


async def load(number: int) -> str:
    await asyncio.sleep(3 - number)
    return f"page {number}"


async def main() -> None:
    tasks = [asyncio.create_task(load(number)) for number in (1, 2)]
    for task in tasks:
        page = await task
        print(page)


asyncio.run(main())
