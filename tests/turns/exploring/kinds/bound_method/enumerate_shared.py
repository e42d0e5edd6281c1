# Kind: bound_method
# Right: queue: enumerate has a number of its own.
# Marks: program queue
# Outcomes: 2
import asyncio

places = []


async def work(name):
    if not places:
        places.append(enumerate("xy", 1 if name == "a" else 2))


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(places[0])[0] == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
