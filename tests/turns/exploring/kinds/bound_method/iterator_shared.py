# Kind: bound_method
# Right: queue: a bound method of an iterator has a place in it.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

step = iter("xyz").__next__
taken = []


async def work(name):
    if name == "a" or not taken:
        step()
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if step() == "y":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
