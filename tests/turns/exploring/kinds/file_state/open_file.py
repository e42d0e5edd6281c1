# Kind: file_state
# Right: queue: a file in the memory has a place.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import io

file = io.StringIO()


async def work(name):
    file.write(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if file.getvalue() == "ab":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
