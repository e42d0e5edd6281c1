# Kind: env_leak
# Right: queue: the decimal context of a module-wide default says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import decimal


async def work(name):
    decimal.DefaultContext.prec = 30 if name == "a" else 40


async def rest():
    pass


async def main():
    await asyncio.gather(work("a"), work("b"))
    await asyncio.gather(rest(), rest())
    if decimal.DefaultContext.prec == 40:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
