# Kind: sibling_module
# Right: queue: a sibling keeps it in a cache.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from shop import cached


async def work(name):
    cached.words[:] = [name]
    cached.first()
    cached.words.clear()


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if cached.words.append("c") or cached.first() == "a":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
