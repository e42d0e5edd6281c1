# I write coroutines as generators, as in old tutorials; why does mine not run as a task?
# Source: https://github.com/python/asyncio/issues/268
# Answer: Until Python 3.11 any generator passes as a coroutine, since 3.12 it is a TypeError; behind __await__ it works, and each bare yield gives up the turn.
import asyncio


def old_style(name):
    print(name, "begins")
    yield
    print(name, "ends")


class Steps:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        yield from old_style(self.name)


async def new_style(name):
    await Steps(name)


async def main():
    try:
        asyncio.create_task(old_style("generator"))
    except TypeError:
        print("TypeError: not a coroutine")
    await asyncio.gather(new_style("left"), new_style("right"))


asyncio.run(main())
