# Kind: bound_method
# Right: queue: how much an error says was written is a number in C.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

error = BlockingIOError(11, "busy", 0)


async def work(name):
    error.characters_written = 1 if name == "a" else 2


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if error.characters_written == 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
