# Kind: bound_method
# Right: queue: a tee has a place.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from itertools import tee

left, right = tee("xyz")
taken = []


async def work(name):
    if not taken:
        next(left if name == "a" else right)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(left) == "y":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
