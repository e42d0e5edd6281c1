# Kind: loop_attribute
# Right: queue: a context variable that main and its children share through a list.
# Marks: program queue
# Outcomes: 2
import asyncio
from contextvars import ContextVar

notes = ContextVar("notes")


async def work(name):
    notes.get().append(name)


async def rest():
    pass


async def main():
    notes.set([])
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if notes.get() == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
