"""Three tasks share one loop: each `sleep(0)` sends a task to the end of the queue.

三个任务共用一个事件循环：每次 `sleep(0)`，任务都回到队尾重新排队。
"""

import asyncio


async def player(name: str) -> None:
    for turn in (1, 2):
        print(f"{name}: turn {turn}")
        await asyncio.sleep(0)


async def main() -> None:
    await asyncio.gather(player("a"), player("b"), player("c"))


asyncio.run(main())

# Output:
# a: turn 1
# b: turn 1
# c: turn 1
# a: turn 2
# b: turn 2
# c: turn 2
