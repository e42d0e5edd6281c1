# Kind: bound_method
# Right: queue: a tee has a place.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from itertools import tee

left, right = tee("xyz")
taken = []


async def work(name):
    await asyncio.sleep(0)
    if not taken:
        next(left if name == "a" else right)
    taken.append(None)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if next(left) == "y":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
