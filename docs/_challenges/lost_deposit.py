"""Two deposits of 1, and the balance is 1. Make that impossible.

存了两笔，每笔 1 元，余额却是 1 元。让这种情况不可能发生。
"""

import asyncio

balance = 0


async def deposit(amount: int) -> None:
    global balance
    read = balance
    await asyncio.sleep(0)  # asks the bank
    balance = read + amount


async def main() -> None:
    await asyncio.gather(deposit(1), deposit(1))
    print("balance", balance)


asyncio.run(main())

# Goal: never "balance 1"
# Goal: always "balance 2"
# Keep: async def main
# Keep: await asyncio.sleep(0)
# Keep: read = balance
# Keep: balance = read + amount
# Rule: rule-nobody-in-between
