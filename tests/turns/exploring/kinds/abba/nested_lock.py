# Kind: abba
# Right: one outcome: a lock waits for itself.
# Marks: program
# Outcomes: 1
# Ends: deadlock
import asyncio


async def inner(lock):
    async with lock:
        print("never")


async def main():
    lock = asyncio.Lock()
    async with lock:
        print("outer")
        await inner(lock)


asyncio.run(main())
