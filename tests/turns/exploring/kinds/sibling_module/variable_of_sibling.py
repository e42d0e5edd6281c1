# Kind: sibling_module
# Right: queue: a sibling's variable.
# Marks: program|unknown queue|unknown
# Outcomes: 2|unknown
import asyncio
import shop.till as till



async def work(name):
    await asyncio.sleep(0)
    till.note(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    if till.read() == "b":
        print("x")
        print("y")
    else:
        print("y")
        print("x")


asyncio.run(main())
