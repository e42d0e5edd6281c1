# Kind: sibling_module
# Right: queue: a sibling's variable that the program sets.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import shop.till


async def work(name):
    shop.till.last = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if shop.till.last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
