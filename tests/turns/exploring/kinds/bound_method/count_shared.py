# Kind: bound_method
# Right: queue: a counter is moved by whoever is first.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from itertools import count

numbers = count()
taken = []


async def work(name):
    if not taken:
        next(numbers)
        if name == "b":
            next(numbers)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(numbers) == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
