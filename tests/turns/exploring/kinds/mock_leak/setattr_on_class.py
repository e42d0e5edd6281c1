# Kind: mock_leak
# Right: queue: an attribute of a class of asyncio stays.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def work(name):
    setattr(asyncio.Lock, "owner", name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if getattr(asyncio.Lock, "owner") == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
