# Kind: sibling_module
# Right: queue: a sibling keeps it in the environment.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from shop import lazy


async def work(name):
    lazy.note(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if lazy.read() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
