# Kind: str_subclass
# Right: queue: slots of a subclass of list.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class Log(list):
    __slots__ = ("last",)


log = Log()


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
