# Kind: mock_leak
# Right: queue: a function of asyncio carries an attribute.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio



async def work(name):
    await asyncio.sleep(0)
    asyncio.sleep.caller = name


async def main():
    await asyncio.gather(work("a"), work("b"))
    if asyncio.sleep.caller == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
