# Kind: counter
# Right: six outcomes; the count is an attribute of a function.
# Marks: queue queue queue
# Outcomes: 6
import asyncio


async def work(name):
    await asyncio.sleep(0)
    work.calls = getattr(work, "calls", 0) + 1
    print(name, work.calls)


async def main():
    await asyncio.gather(work("a"), work("b"), work("c"))


asyncio.run(main())
