# Kind: loop_attribute
# Right: queue: the loop has a flag.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def work(name):
    asyncio.get_running_loop().set_debug(name == "b")


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if asyncio.get_running_loop().get_debug():
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
