"""A semaphore with two places lets a third one wait until a place is given back.

有两个位子的信号量，会让第三个人等到有人让出位子。
"""

import asyncio

on_bridge = 0
bridge = asyncio.Semaphore(2)


async def cross() -> None:
    global on_bridge
    on_bridge += 1
    print("on the bridge:", on_bridge)
    await asyncio.sleep(0)
    on_bridge -= 1


async def walk() -> None:
    async with bridge:
        await cross()


async def main() -> None:
    await asyncio.gather(walk(), walk(), walk())
    print("all are over")


asyncio.run(main())
