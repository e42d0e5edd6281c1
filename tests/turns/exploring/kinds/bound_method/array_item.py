# Kind: bound_method
# Right: queue: an array changes in place.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from array import array

data = array("b", [0])


async def work(name):
    data[0] = ord(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if data[0] == ord("b"):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
