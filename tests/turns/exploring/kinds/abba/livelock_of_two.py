# Kind: abba
# Right: `done` is not promised: in a fair schedule both give way for ever.
# Marks: program|unknown !program
import asyncio

wants = {"a": False, "b": False}


async def cross(me, other):
    wants[me] = True
    await asyncio.sleep(0)
    while wants[other]:
        wants[me] = False
        await asyncio.sleep(0)
        wants[me] = True
        await asyncio.sleep(0)
    wants[me] = False


async def main():
    print("start")
    await asyncio.gather(cross("a", "b"), cross("b", "a"))
    print("done")


asyncio.run(main())
