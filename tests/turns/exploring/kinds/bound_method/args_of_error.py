# Kind: bound_method
# Right: queue: an exception keeps its arguments.
# Marks: program queue
# Outcomes: 2
import asyncio

error = ValueError()


async def work(name):
    error.args = (name,)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if error.args == ("b",):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
