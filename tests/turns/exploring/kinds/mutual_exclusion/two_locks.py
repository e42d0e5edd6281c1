# Kind: mutual_exclusion
# Right: each has a lock of its own: nothing is excluded.
# Marks: program queue queue queue
# Outcomes: 6
# Between: none
import asyncio


async def work(name):
    async with asyncio.Lock():
        print("in", name)
        await asyncio.sleep(0)
        print("out", name)


async def main():
    await asyncio.gather(work("a"), work("b"))


asyncio.run(main())
