# Kind: bound_method
# Right: queue: the order of an ordered dict is not that of the dict below it.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from collections import OrderedDict

line = OrderedDict(p=1, q=2)
taken = []


async def work(name):
    if not taken:
        line.move_to_end("p" if name == "a" else "q")
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(iter(line)) == "q":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
