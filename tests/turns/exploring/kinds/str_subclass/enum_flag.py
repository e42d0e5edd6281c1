# Kind: str_subclass
# Right: queue: a member of an enumeration is found by another.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from enum import Enum


class Mode(Enum):
    ON = 1
    OFF = 2


class Box:
    label = ""


async def work(name):
    Mode(1).label = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if Mode["ON"].label == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
