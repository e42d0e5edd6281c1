# Kind: sibling_module
# Right: queue: a sibling's class.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from shop.shelf import SHELF


async def work(name):
    SHELF.put(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if SHELF.top == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
