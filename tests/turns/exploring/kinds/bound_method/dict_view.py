# Kind: bound_method
# Right: queue: a view of a dict shows what others wrote.
# Marks: program queue
# Outcomes: 2
import asyncio

rooms = {}
keys = rooms.keys()
put = rooms.setdefault


async def work(name):
    await asyncio.sleep(0)
    put(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if list(keys) == ["a", "b"]:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
