# Kind: bound_method
# Right: queue: a partial of a bound method writes into a list.
# Marks: program queue
# Outcomes: 2
import asyncio
from functools import partial

notes = []
note = partial(notes.insert, 0)


async def work(name):
    await asyncio.sleep(0)
    note(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if notes == ["b", "a"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
