# Kind: file_state
# Right: queue: a file says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import pathlib
import tempfile

path = pathlib.Path(tempfile.gettempdir(), "turns-last.txt")


async def work(name):
    path.write_text(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if path.read_text() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
