# Kind: mutual_exclusion
# Right: orders differ; nothing ever comes between in and out.
# Marks: program program queue program queue program
# Outcomes: 6
# Between: 1-2 3-4 5-6
import asyncio


async def work(name, lock):
    async with lock:
        print("in", name)
        await asyncio.sleep(0)
        print("out", name)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(work("a", lock), work("b", lock), work("c", lock))


asyncio.run(main())
