# Kind: bound_method
# Right: queue: the docstring of a property can be set.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

size = property(len)


async def work(name):
    await asyncio.sleep(0)
    size.__doc__ = name


async def main():
    await asyncio.gather(work("a"), work("b"))
    if size.__doc__ == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
