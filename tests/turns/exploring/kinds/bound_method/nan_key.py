# Kind: bound_method
# Right: queue: a key that is not equal to itself is found by who it is.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

p, q = float("nan"), float("nan")
seen = {p: "p"}
box = []


async def work(name):
    if not box:
        box.append(p if name == "a" else q)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if seen.get(box[0]) == "p":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
