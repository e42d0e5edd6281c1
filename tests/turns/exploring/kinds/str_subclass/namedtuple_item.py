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
    await asyncio.sleep(0)
    log.notes.append(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if log.notes == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
