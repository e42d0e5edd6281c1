# Kind: sibling_module
# Right: queue: a sibling keeps it in a cache.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from shop import cached



async def work(name):
    await asyncio.sleep(0)
    cached.words[:] = [name]
    cached.first()
    cached.words.clear()


async def main():
    await asyncio.gather(work("a"), work("b"))
    if cached.words.append("c") or cached.first() == "a":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
