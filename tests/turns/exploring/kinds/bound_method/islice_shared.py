# Kind: bound_method
# Right: queue: a slice of an iterator has a place.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from itertools import islice

part = islice("vwxyz", 4)
taken = []


async def work(name):
    if not taken and name == "b":
        next(part)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(part) == "v":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
