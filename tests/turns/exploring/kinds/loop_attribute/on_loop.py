# Kind: loop_attribute
# Right: queue: the loop carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class Log:
    last = ""


async def work(name):
    asyncio.get_running_loop().last = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if asyncio.get_running_loop().last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
