# Kind: sibling_module
# Right: queue: a sibling's variable.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import shop.till as till


async def work(name):
    till.note(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if till.read() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
