# Kind: file_state
# Right: queue: a folder is made by whoever is first.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import os
import tempfile

path = tempfile.mkdtemp()


async def work(name):
    try:
        os.mkdir(os.path.join(path, "log"))
        os.mkdir(os.path.join(path, name))
    except FileExistsError:
        pass


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if not os.path.exists(os.path.join(path, "b")):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
