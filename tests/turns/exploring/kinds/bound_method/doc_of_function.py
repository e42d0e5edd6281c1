# Kind: bound_method
# Right: queue: the docstring of a function can be set.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


def job():
    pass


async def work(name):
    job.__doc__ = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if job.__doc__ == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
