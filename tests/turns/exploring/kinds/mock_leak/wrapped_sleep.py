# Kind: mock_leak
# Right: queue: a function of asyncio carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def work(name):
    asyncio.sleep.caller = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if asyncio.sleep.caller == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
