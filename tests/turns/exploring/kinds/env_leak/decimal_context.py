# Kind: env_leak
# Right: queue: the decimal context of a module-wide default says who was last.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import decimal



async def work(name):
    await asyncio.sleep(0)
    decimal.DefaultContext.prec = 30 if name == "a" else 40


async def main():
    await asyncio.gather(work("a"), work("b"))
    if decimal.DefaultContext.prec == 40:
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
