"""A semaphore lets a fixed number in, and who comes back for a second time waits behind those who wait already.

信号量只放进固定的人数；出来之后还想再进的，排在已经在等的人后面。
"""

import asyncio


async def swim(name: str, pool: asyncio.Semaphore, times: int) -> None:
    for number in range(1, times + 1):
        async with pool:
            print(f"{name}: in, time {number}")
            await asyncio.sleep(0)


async def main() -> None:
    pool = asyncio.Semaphore(2)
    await asyncio.gather(
        swim("otter", pool, 2),
        swim("seal", pool, 1),
        swim("duck", pool, 1),
    )


asyncio.run(main())

# Output:
# otter: in, time 1
# seal: in, time 1
# duck: in, time 1
# otter: in, time 2
