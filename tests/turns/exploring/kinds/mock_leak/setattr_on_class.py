# Kind: mock_leak
# Right: queue: an attribute of a class of asyncio stays.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio



async def work(name):
    await asyncio.sleep(0)
    setattr(asyncio.Lock, "owner", name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if getattr(asyncio.Lock, "owner") == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
