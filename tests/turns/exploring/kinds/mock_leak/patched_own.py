# Kind: mock_leak
# Right: queue: a name of the program's own is replaced: that is seen.
# Marks: program queue
# Outcomes: 2
import asyncio


def greet():
    return "c"


async def work(name):
    global greet
    greet = (lambda: "a") if name == "a" else (lambda: "b")


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if greet() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
