# Kind: mutual_exclusion
# Right: a semaphore of one is a lock.
# Marks: program program queue program
# Outcomes: 2
# Between: 1-2 3-4
import asyncio


async def work(name, gate):
    async with gate:
        print("in", name)
        await asyncio.sleep(0)
        print("out", name)


async def main():
    gate = asyncio.Semaphore(1)
    await asyncio.gather(work("a", gate), work("b", gate))


asyncio.run(main())
