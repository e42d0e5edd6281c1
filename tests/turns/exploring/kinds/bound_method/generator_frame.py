# Kind: bound_method
# Right: queue: a generator's frame is its state.
# Marks: program queue
# Outcomes: 2
import asyncio


def steps():
    for word in ("one", "two", "three"):
        yield word


move = steps().send
taken = []


async def work(name):
    if not taken:
        move(None)
        if name == "b":
            move(None)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if move(None) == "two":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
