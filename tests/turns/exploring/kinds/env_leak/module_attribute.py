# Kind: env_leak
# Right: queue: an attribute of a standard module says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import string


async def work(name):
    string.whitespace = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if string.whitespace == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
