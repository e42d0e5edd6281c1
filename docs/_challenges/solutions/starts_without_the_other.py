"""A barrier for two holds whoever is there until the other one comes.

两个人的屏障会让先到的等着，直到另一个也到。
"""

import asyncio


async def guest(name: str, way: float, barrier: asyncio.Barrier) -> None:
    await asyncio.sleep(way)
    print(name, "is there")
    await barrier.wait()
    print(name, "eats")


async def main() -> None:
    barrier = asyncio.Barrier(2)
    await asyncio.gather(guest("Ann", 1, barrier), guest("Bob", 2, barrier))


asyncio.run(main())
