"""Three tasks share one loop: whoever has had a turn goes to the back of the line.

三个任务共用一个事件循环：轮完一次的任务，回到队尾重新排队。
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
