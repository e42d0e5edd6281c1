# Kind: bound_method
# Right: queue: a bound method of a deque turns it.
# Marks: program queue
# Outcomes: 2
import asyncio
from collections import deque

ring = deque("abc")
turn = ring.rotate
taken = []


async def work(name):
    if not taken:
        turn(1 if name == "a" else 2)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if ring[0] == "c":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
