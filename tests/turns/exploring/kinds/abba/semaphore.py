# Kind: abba
# Right: two permits, two tasks that need two each: it deadlocks, or one after the other.
# Marks: program
# Ends: finished deadlock
import asyncio


async def work(name, permits):
    await permits.acquire()
    await asyncio.sleep(0)
    await permits.acquire()
    print(name)
    permits.release()
    permits.release()


async def main():
    permits = asyncio.Semaphore(2)
    print("start")
    await asyncio.gather(work("a", permits), work("b", permits))
    print("end")


asyncio.run(main())
