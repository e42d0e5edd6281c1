"""With no `await` between reading and writing, nobody can run in between; a lock around both helps as well.

读和写之间没有 `await`，就没有谁能插进来；用一把锁把两步包起来也行。
"""

import asyncio

balance = 0


async def deposit(amount: int) -> None:
    global balance
    await asyncio.sleep(0)  # asks the bank
    read = balance
    balance = read + amount


async def main() -> None:
    await asyncio.gather(deposit(1), deposit(1))
    print("balance", balance)


asyncio.run(main())
