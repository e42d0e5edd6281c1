# Kind: lost_update
# Right: one outcome: with a lock nothing is lost.
# Marks: program program
# Outcomes: 1
import asyncio

balance = 0


async def deposit(amount, lock):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(0)
        balance = seen + amount


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(deposit(1, lock), deposit(2, lock))
    print("balance", balance)
    print("end")


asyncio.run(main())
