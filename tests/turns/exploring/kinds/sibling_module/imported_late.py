# Kind: sibling_module
# Right: queue: a sibling that is imported while the program runs.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio



async def work(name):
    await asyncio.sleep(0)
    from shop import till

    till.note(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if __import__("shop.till").till.notes == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
