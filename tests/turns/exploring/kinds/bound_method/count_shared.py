# Kind: bound_method
# Right: queue: a counter is moved by whoever is first.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from itertools import count

numbers = count()
taken = []


async def work(name):
    await asyncio.sleep(0)
    if not taken:
        next(numbers)
        if name == "b":
            next(numbers)
    taken.append(None)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if next(numbers) == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
