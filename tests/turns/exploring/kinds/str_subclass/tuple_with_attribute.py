# Kind: str_subclass
# Right: queue: a subclass of tuple carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class Log(tuple):
    last = ""


log = Log((1,))


async def work(name):
    log.last = name


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if log.last == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
