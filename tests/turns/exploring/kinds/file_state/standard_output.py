# Kind: file_state
# Right: queue: what was written to the standard output is a place in it.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import sys


class Log:
    last = ""


async def work(name):
    sys.stdout.last = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if sys.stdout.last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
