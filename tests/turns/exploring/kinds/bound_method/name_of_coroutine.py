# Kind: bound_method
# Right: queue: the name of a coroutine is not that of its function.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def nothing():
    pass


coroutine = nothing()


async def work(name):
    coroutine.__name__ = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if coroutine.__name__ == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
