# Kind: str_subclass
# Right: queue: an exception of the program's own carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class Late(Exception):
    who = ""


late = Late()


async def work(name):
    late.who = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if late.who == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
