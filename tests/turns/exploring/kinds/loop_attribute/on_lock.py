# Kind: loop_attribute
# Right: queue: a lock carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

lock = asyncio.Lock()


class Log:
    last = ""


async def work(name):
    lock.last = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if lock.last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
