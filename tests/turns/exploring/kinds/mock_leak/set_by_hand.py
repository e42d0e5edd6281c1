# Kind: mock_leak
# Right: queue: a function of a standard module is replaced.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import math



async def work(name):
    await asyncio.sleep(0)
    math.floor = {"a": math.ceil, "b": math.trunc}[name]


async def main():
    await asyncio.gather(work("a"), work("b"))
    if math.floor(1.5) == 1:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
