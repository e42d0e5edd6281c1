# Kind: abba
# Right: asyncio deadlocks at once; another schedule lets each have both.
# Marks: program
# Ends: finished deadlock
import asyncio


async def eat(name, first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            print(name)


async def main():
    a, b, c = asyncio.Lock(), asyncio.Lock(), asyncio.Lock()
    print("start")
    await asyncio.gather(eat("x", a, b), eat("y", b, c), eat("z", c, a))
    print("full")


asyncio.run(main())
