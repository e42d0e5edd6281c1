# Kind: sibling_module
# Right: queue: the package itself carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import shop


async def work(name):
    shop.last = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if shop.last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
