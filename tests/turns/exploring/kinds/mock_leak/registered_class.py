# Kind: mock_leak
# Right: queue: an abstract class of the standard library remembers who was registered with it.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from collections.abc import Sized


class Box:
    pass


class Owner:
    first = ""


async def work(name):
    if not isinstance(Owner(), Sized):
        Sized.register(Owner if name == "a" else Box)
        Sized.register(Owner)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if isinstance(Box(), Sized):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
