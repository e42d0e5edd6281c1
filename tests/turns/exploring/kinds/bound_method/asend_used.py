# Kind: bound_method
# Right: queue: whether a step of an async generator was awaited is kept in C.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def numbers():
    yield 1
    yield 2
    yield 3


source = numbers()
steps = {name: source.asend(None) for name in "ab"}
taken = []


async def used(step):
    try:
        await step
    except RuntimeError:
        return True
    return False


async def work(name):
    if not taken:
        taken.append(None)
        await steps[name]


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if await used(steps["a"]):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
