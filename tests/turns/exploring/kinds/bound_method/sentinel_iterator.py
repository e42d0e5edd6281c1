# Kind: bound_method
# Right: queue: an iterator that calls has ended or not.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

words = ["p", "q"]
calls = iter(lambda: words[0], "q")
taken = []


async def work(name):
    if not taken:
        taken.append(None)
        words.reverse() if name == "b" else None
        next(calls, None)
        words.sort()


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if next(calls, None) == "p":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
