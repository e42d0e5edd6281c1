# Kind: str_subclass
# Right: queue: a private slot of a class with underscores.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio


class _Log:
    __slots__ = ("__last",)

    def note(self, name):
        self.__last = name

    def read(self):
        return self.__last


log = _Log()


async def work(name):
    log.note(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if log.read() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
