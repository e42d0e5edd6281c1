# Kind: mock_leak
# Right: queue: a name of the program's own is replaced: that is seen.
# Marks: program queue
# Outcomes: 2
import asyncio

def greet():
    return "c"


async def work(name):
    await asyncio.sleep(0)
    global greet
    greet = (lambda: "a") if name == "a" else (lambda: "b")


async def main():
    await asyncio.gather(work("a"), work("b"))
    if greet() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
