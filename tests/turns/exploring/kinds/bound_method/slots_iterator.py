# Kind: bound_method
# Right: queue: what was slots is an iterator that is used up.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class Box:
    __slots__ = iter(("value",))


box = Box()


async def work(name):
    box.value = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if box.value == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
