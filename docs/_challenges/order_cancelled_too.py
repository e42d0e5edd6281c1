"""The guest gives up after a second, and his order is thrown away. Have it cooked all the same.

客人等了一秒就放弃了，他点的菜也跟着被取消。人可以走，菜要做完。
"""

import asyncio


async def order() -> None:
    await asyncio.sleep(2)
    print("cooked")


async def main() -> None:
    task = asyncio.create_task(order())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("gave up")
    await asyncio.wait([task])


asyncio.run(main())

# Goal: order "gave up" "cooked"
# Keep: async def order
# Keep: task = asyncio.create_task(order())
# Keep: asyncio.wait_for
# Rule: rule-shield
