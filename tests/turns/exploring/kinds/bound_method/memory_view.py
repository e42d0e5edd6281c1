# Kind: bound_method
# Right: queue: a view writes into what it shows.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

data = bytearray(1)
view = memoryview(data)


async def work(name):
    view[0] = ord(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if data == b"b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
