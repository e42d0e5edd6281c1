# Kind: abba
# Right: two outcomes: whoever holds the lock waits for a task that wants it, unless that had it before.
# Marks: queue
# Ends: finished deadlock
# Outcomes: 2
import asyncio


async def helper(lock):
    async with lock:
        pass


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(helper(lock))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("free" if task.done() else "taken")
    async with lock:
        await task


asyncio.run(main())
