# Kind: mock_leak
# Right: queue: a builtin is replaced.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import builtins



async def work(name):
    await asyncio.sleep(0)
    builtins.copyright = name


async def main():
    await asyncio.gather(work("a"), work("b"))
    if builtins.copyright == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
