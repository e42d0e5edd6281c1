# Kind: mock_leak
# Right: queue: a class of the standard library has an attribute that all share.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import string


async def work(name):
    string.Template.delimiter = "$" if name == "a" else "%"


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if string.Template.delimiter == "%":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
