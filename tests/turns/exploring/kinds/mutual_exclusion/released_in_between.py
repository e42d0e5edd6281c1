# Kind: mutual_exclusion
# Right: the lock is let go in between: the other may come.
# Marks: program queue queue queue
# Between: none
import asyncio


async def work(name, lock):
    async with lock:
        print("in", name)
    await asyncio.sleep(0)
    async with lock:
        print("out", name)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(work("a", lock), work("b", lock))


asyncio.run(main())
