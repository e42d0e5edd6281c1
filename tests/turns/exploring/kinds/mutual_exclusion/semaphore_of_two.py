# Kind: mutual_exclusion
# Right: a semaphore of two is none for two: anything comes between.
# Marks: program queue queue queue
# Outcomes: 6
# Between: none
import asyncio


async def work(name, gate):
    async with gate:
        print("in", name)
        await asyncio.sleep(0)
        print("out", name)


async def main():
    gate = asyncio.Semaphore(2)
    await asyncio.gather(work("a", gate), work("b", gate))


asyncio.run(main())
