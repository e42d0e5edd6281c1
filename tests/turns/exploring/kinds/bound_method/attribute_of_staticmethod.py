# Kind: bound_method
# Right: queue: a static method carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class Box:
    label = ""


tool = staticmethod(print)


async def work(name):
    tool.label = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if tool.label == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
