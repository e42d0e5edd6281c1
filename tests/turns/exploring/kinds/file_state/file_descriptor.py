# Kind: file_state
# Right: queue: a pipe holds what was written first.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import os

ends = os.pipe()


async def work(name):
    os.write(ends[1], name.encode())


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if os.read(ends[0], 2) == b"ab":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
