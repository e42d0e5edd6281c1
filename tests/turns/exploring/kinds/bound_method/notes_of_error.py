# Kind: bound_method
# Right: queue: an exception keeps its notes.
# Marks: program queue
# Outcomes: 2
import asyncio

error = ValueError()
note = error.add_note


async def work(name):
    note(name)


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if error.__notes__ == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
