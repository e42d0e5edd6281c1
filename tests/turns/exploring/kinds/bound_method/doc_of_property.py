# Kind: bound_method
# Right: queue: the docstring of a property can be set.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

size = property(len)


async def work(name):
    size.__doc__ = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if size.__doc__ == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
