# Kind: sibling_module
# Right: queue: a sibling's list.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from shop import till


async def work(name):
    till.note(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if till.notes == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
