# Kind: env_leak
# Right: queue: the environment says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import os


async def work(name):
    os.environ["APP_MODE"] = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if os.environ["APP_MODE"] == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
