# Kind: mutual_exclusion
# Right: a condition holds its lock while it prints, and lets it go while it waits.
# Marks: program program queue queue
# Between: 1-2
import asyncio


async def sleeper(condition):
    async with condition:
        print("in")
        await asyncio.sleep(0)
        print("waits")
        await condition.wait()
        print("out")


async def waker(condition):
    await asyncio.sleep(0)
    async with condition:
        print("wakes")
        condition.notify()


async def main():
    condition = asyncio.Condition()
    await asyncio.gather(sleeper(condition), waker(condition))


asyncio.run(main())
