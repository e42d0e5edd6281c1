# Kind: bound_method
# Right: queue: a bytearray changes in place.
# Marks: program queue
# Outcomes: 2
import asyncio

data = bytearray()
put = data.extend


async def work(name):
    put(name.encode())


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if data == b"ab":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
