# Kind: mock_leak
# Right: queue: a builtin is replaced.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import builtins


async def work(name):
    builtins.copyright = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if builtins.copyright == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
