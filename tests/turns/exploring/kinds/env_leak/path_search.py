# Kind: env_leak
# Right: queue: the search path is the interpreter's.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import sys


async def work(name):
    sys.path.append(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if sys.path[-1] == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
