# Kind: loop_attribute
# Right: queue: a context variable that main and its children share through a list.
# Marks: program queue
# Outcomes: 2
import asyncio
from contextvars import ContextVar

notes = ContextVar("notes")


async def work(name):
    await asyncio.sleep(0)
    notes.get().append(name)


async def main():
    notes.set([])
    await asyncio.gather(work("a"), work("b"))
    if notes.get() == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
