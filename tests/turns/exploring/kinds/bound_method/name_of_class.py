# Kind: bound_method
# Right: queue: the name of a class stands in no dict.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class Box:
    pass


async def work(name):
    Box.__name__ = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if Box.__name__ == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
