# Kind: env_leak
# Right: queue: the filters of warnings say who was first.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import warnings


async def work(name):
    warnings.filterwarnings("ignore" if name == "a" else "error", "shop")


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if warnings.filters[0][0] == "error":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
