# Kind: str_subclass
# Right: queue: a named tuple holds a list.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from typing import NamedTuple


class Log(NamedTuple):
    notes: list


log = Log([])


async def work(name):
    log.notes.append(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if log.notes == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
