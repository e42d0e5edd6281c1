# Kind: bound_method
# Right: queue: a view of a dict shows what others wrote.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

rooms = {}
keys = rooms.keys()
put = rooms.setdefault


async def work(name):
    put(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if list(keys) == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
