# Kind: counter
# Right: two outcomes; the count is kept in a default argument.
# Marks: queue queue
# Outcomes: 2
import asyncio


def number(seen=[]):
    seen.append(None)
    return len(seen)


async def work(name):
    await asyncio.sleep(0)
    print(number(), name)


async def main():
    await asyncio.gather(work("a"), work("b"))


asyncio.run(main())
