# Kind: bound_method
# Right: queue: enumerate has a number of its own.
# Marks: program queue
# Outcomes: 2
import asyncio

places = []


async def work(name):
    await asyncio.sleep(0)
    if not places:
        places.append(enumerate("xy", 1 if name == "a" else 2))


async def main():
    await asyncio.gather(work("a"), work("b"))
    if next(places[0])[0] == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
