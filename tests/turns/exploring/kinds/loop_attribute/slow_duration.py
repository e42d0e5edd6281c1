# Kind: loop_attribute
# Right: queue: the loop has a number that a program may set.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


async def work(name):
    asyncio.get_running_loop().slow_callback_duration = 1 if name == "a" else 2


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if asyncio.get_running_loop().slow_callback_duration == 2:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
