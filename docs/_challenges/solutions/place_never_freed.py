"""`async with` gives the place back whichever way the block is left.

不管以什么方式离开代码块，`async with` 都会归还位子。
"""

import asyncio


async def dine(name: str, table: asyncio.Semaphore, *, broken: bool) -> None:
    async with table:
        if broken:
            raise ValueError(name)
        print(name, "dines")


async def main() -> None:
    table = asyncio.Semaphore(1)
    guests = [dine(name, table, broken=name == "Bob") for name in ("Ann", "Bob", "Eve")]
    results = await asyncio.gather(*guests, return_exceptions=True)
    print("left hungry:", sum(result is not None for result in results))


asyncio.run(main())
