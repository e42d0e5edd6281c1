# Kind: loop_attribute
# Right: queue: the loop has a handler.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


def one(loop, context):
    said.append(1)


def two(loop, context):
    said.append(2)


said = []


async def work(name):
    asyncio.get_running_loop().set_exception_handler(one if name == "a" else two)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if asyncio.get_running_loop().get_exception_handler() is two:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
