# Kind: str_subclass
# Right: queue: a member of an enumeration carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from enum import IntEnum


class Mode(IntEnum):
    ON = 1


async def work(name):
    Mode.ON.label = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if Mode.ON.label == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
