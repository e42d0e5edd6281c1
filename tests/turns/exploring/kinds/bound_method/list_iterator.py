# Kind: bound_method
# Right: queue: an iterator over a list has a place in it.
# Marks: program queue
# Outcomes: 2
import asyncio

items = iter([1, 2, 3])
taken = []


async def work(name):
    if not taken and name == "b":
        next(items)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(items) == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
