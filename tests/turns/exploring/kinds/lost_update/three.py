# Kind: lost_update
# Right: seven outcomes: each sum of some of the three deposits but none.
# Marks: queue
# Outcomes: 7
import asyncio

balance = 0


async def deposit(amount):
    global balance
    seen = balance
    await asyncio.sleep(0)
    balance = seen + amount


async def main():
    await asyncio.gather(deposit(1), deposit(2), deposit(4))
    print(balance)


asyncio.run(main())
