"""A failing `TaskGroup` cancels every task that is left before it ends, but in no fixed order.

`TaskGroup` 里有任务失败，其余任务在它结束之前都会被取消，但先后没有定数。
"""

import asyncio


async def kettle(name: str) -> None:
    try:
        await asyncio.Event().wait()  # would wait for ever
    finally:
        print(f"{name}: cancelled")


async def fails() -> None:
    raise ValueError("no water")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for name in ("large", "middle", "small"):
                group.create_task(kettle(name))
            group.create_task(fails())
    except* ValueError:
        print("main: the group has ended")


asyncio.run(main())

# Output:
# ~ large: cancelled
# ~ middle: cancelled
# ~ small: cancelled
# main: the group has ended
