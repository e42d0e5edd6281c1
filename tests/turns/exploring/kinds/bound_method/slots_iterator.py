# Kind: bound_method
# Right: queue: what was slots is an iterator that is used up.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

class Box:
    __slots__ = iter(("value",))


box = Box()


async def work(name):
    await asyncio.sleep(0)
    box.value = name


async def main():
    await asyncio.gather(work("a"), work("b"))
    if box.value == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
