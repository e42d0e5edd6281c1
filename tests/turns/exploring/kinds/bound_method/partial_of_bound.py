# Kind: bound_method
# Right: queue: a partial of a bound method writes into a list.
# Marks: program queue
# Outcomes: 2
import asyncio
from functools import partial

notes = []
note = partial(notes.insert, 0)


async def work(name):
    note(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if notes == ["b", "a"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
