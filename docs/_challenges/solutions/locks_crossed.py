"""Whoever takes locks takes them in the same order; then nobody holds what the other one began with.

大家按同样的顺序拿锁，就不会有人拿着别人要先拿的那把。
"""

import asyncio

saw, drill = asyncio.Lock(), asyncio.Lock()
busy = 0


async def work(name: str) -> None:
    global busy
    busy += 1
    await asyncio.sleep(0)
    print(name, "works, busy:", busy)
    busy -= 1


async def build(name: str, first: asyncio.Lock, second: asyncio.Lock) -> None:
    async with first:
        await asyncio.sleep(0)
        async with second:
            await work(name)


async def main() -> None:
    await asyncio.gather(build("Ann", saw, drill), build("Bob", saw, drill))


asyncio.run(main())
