# Kind: bound_method
# Right: queue: a generator's frame is its state.
# Marks: program queue
# Outcomes: 2
import asyncio

def steps():
    for word in ("one", "two", "three"):
        yield word


move = steps().send
taken = []


async def work(name):
    await asyncio.sleep(0)
    if not taken:
        move(None)
        if name == "b":
            move(None)
    taken.append(None)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if move(None) == "two":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
