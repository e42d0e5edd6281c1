"""Two tasks take two locks in opposite order; asyncio's own queue happens to let both finish.

两个任务拿同样的两把锁，次序相反；asyncio 自己的队列碰巧让它们都做完了。
"""

import asyncio


async def write(pen: asyncio.Lock, paper: asyncio.Lock) -> None:
    async with pen:
        print("writer: has the pen")
        await asyncio.sleep(0)
        async with paper:
            print("writer: has both")


async def draw(pen: asyncio.Lock, paper: asyncio.Lock) -> None:
    await asyncio.sleep(0)  # comes a little later
    async with paper:
        print("drawer: has the paper")
        await asyncio.sleep(0)
        async with pen:
            print("drawer: has both")


async def main() -> None:
    pen, paper = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(write(pen, paper), draw(pen, paper))


asyncio.run(main())

# Output:
# writer: has the pen
# writer: has both
# drawer: has the paper
# drawer: has both
