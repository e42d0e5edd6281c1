# Kind: env_leak
# Right: queue: a weak registry that another object keeps says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import weakref


class Thing:
    pass


names = weakref.WeakValueDictionary()
things = {"a": Thing(), "b": Thing()}


async def work(name):
    names["last"] = things[name]


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if names["last"] is things["b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
