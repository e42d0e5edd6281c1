# Kind: bound_method
# Right: queue: how much room a deque has is no item of it.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from collections import deque

boxes = []


async def work(name):
    if not boxes:
        boxes.append(deque(maxlen=1 if name == "a" else 2))


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if (boxes[0].extend("pq"), len(boxes[0]))[1] == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
