# Kind: lost_update
# Right: three outcomes: the lock guards the writing, and not the reading.
# Marks: queue
# Outcomes: 3
import asyncio

balance = 0


async def deposit(amount, lock):
    global balance
    seen = balance
    async with lock:
        await asyncio.sleep(0)
        balance = seen + amount


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(deposit(1, lock), deposit(2, lock))
    print(balance)


asyncio.run(main())
