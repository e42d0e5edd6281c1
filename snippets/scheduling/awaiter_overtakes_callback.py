"""A task that asks for the result after the end, but before the callbacks had their turn, overtakes them all.

任务结束了，回调还没轮到；这时才来要结果的人，反而抢在所有回调前面。
"""

import asyncio


async def brew() -> str:
    print("brew: ends")
    return "tea"


async def guest(task: asyncio.Task[str]) -> None:
    print("guest: got", await task)


async def main() -> None:
    task = asyncio.create_task(brew())
    task.add_done_callback(lambda _: print("callback: runs"))
    visit = asyncio.create_task(guest(task))
    await visit


asyncio.run(main())

# Output:
# brew: ends
# guest: got tea
# callback: runs
