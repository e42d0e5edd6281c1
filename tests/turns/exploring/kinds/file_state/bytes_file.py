# Kind: file_state
# Right: queue: a file in the memory has a place.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import io

file = io.BytesIO(b"12")
taken = []


async def work(name):
    if not taken and name == "b":
        file.read(1)
    taken.append(None)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if file.read(1) == b"1":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
