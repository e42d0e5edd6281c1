# Kind: abba
# Right: two outcomes: finished where the helper was first, deadlock where main was; `start` is sure.
# Marks: program queue
# Outcomes: 2
# Ends: finished deadlock
import asyncio


async def helper(lock):
    async with lock:
        pass


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(helper(lock))
    print("start")
    await asyncio.sleep(0)
    async with lock:
        await task
    print("end")


asyncio.run(main())
