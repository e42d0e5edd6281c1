# Kind: bound_method
# Right: queue: a reversed list has a place.
# Marks: program queue
# Outcomes: 2
import asyncio

back = reversed([1, 2, 3])
taken = []


async def work(name):
    if not taken and name == "b":
        next(back)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(back) == 3:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
