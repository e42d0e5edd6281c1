# Kind: sibling_module
# Right: queue: a sibling that is imported while the program runs.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def work(name):
    from shop import till

    till.note(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if __import__("shop.till").till.notes == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
