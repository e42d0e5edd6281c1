# Kind: bound_method
# Right: queue: zip of two iterators.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from itertools import count

pairs = zip("abc", count())
taken = []


async def work(name):
    if not taken and name == "b":
        next(pairs)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(pairs)[0] == "a":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
