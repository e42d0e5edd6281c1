# Kind: env_leak
# Right: queue: the working folder says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import os
import tempfile

folders = {"a": tempfile.gettempdir(), "b": os.sep}


async def work(name):
    os.chdir(folders[name])


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if os.getcwd() == os.path.abspath(os.sep):
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
