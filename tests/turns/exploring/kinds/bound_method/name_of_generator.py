# Kind: bound_method
# Right: queue: the name of a generator is not that of its function.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

generator = (x for x in "x")


async def work(name):
    generator.__qualname__ = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if generator.__qualname__ == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
