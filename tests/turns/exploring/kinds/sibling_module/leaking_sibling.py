# Kind: sibling_module
# Right: queue: a sibling keeps it in the environment.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
from shop import lazy



async def work(name):
    await asyncio.sleep(0)
    lazy.note(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if lazy.read() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
