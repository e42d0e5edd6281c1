# Kind: env_leak
# Right: queue: the working folder says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import os

folders = {"a": "/", "b": os.pardir}


async def work(name):
    await asyncio.sleep(0)
    os.chdir(folders[name])


async def main():
    await asyncio.gather(work("a"), work("b"))
    if os.getcwd() == "/":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
