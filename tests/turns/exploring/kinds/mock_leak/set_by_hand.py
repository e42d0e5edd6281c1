# Kind: mock_leak
# Right: queue: a function of a standard module is replaced.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import math


async def work(name):
    math.floor = {"a": math.ceil, "b": math.trunc}[name]


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if math.floor(1.5) == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
