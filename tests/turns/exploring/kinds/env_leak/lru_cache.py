# Kind: env_leak
# Right: queue: a cache keeps what it was told first.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import functools

word = []


@functools.lru_cache
def first():
    return word[0]


async def work(name):
    word[:] = [name]
    first()
    word.clear()


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if (word.append("c"), first())[1] == "a":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
