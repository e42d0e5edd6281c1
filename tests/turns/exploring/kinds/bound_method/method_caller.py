# Kind: bound_method
# Right: queue: a method caller changes what it is called with.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from operator import methodcaller

notes = []
call = {name: methodcaller("append", name) for name in "ab"}


async def work(name):
    call[name](notes)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if notes == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
