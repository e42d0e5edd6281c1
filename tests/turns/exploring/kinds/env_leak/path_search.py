# Kind: env_leak
# Right: queue: the search path is the interpreter's.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import sys



async def work(name):
    await asyncio.sleep(0)
    sys.path.append(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if sys.path[-1] == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
