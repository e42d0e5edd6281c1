# Kind: bound_method
# Right: queue: the docstring of a function can be set.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio

def job():
    pass


async def work(name):
    await asyncio.sleep(0)
    job.__doc__ = name


async def main():
    await asyncio.gather(work("a"), work("b"))
    if job.__doc__ == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
