# Kind: env_leak
# Right: queue: the limit of recursion is kept by the interpreter.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import sys

limits = {"a": 3000, "b": 4000}


async def work(name):
    sys.setrecursionlimit(limits[name])


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if sys.getrecursionlimit() == 4000:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
