# Kind: bound_method
# Right: queue: a number that is not equal to itself is found by who it is.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

p, q = float("nan"), float("nan")
box = []


async def work(name):
    box[:] = [p if name == "a" else q]


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if box.count(q) == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
