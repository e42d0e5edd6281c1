# Kind: set_in_helper
# Right: nobody: a set that is unpacked.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def job(name):
    print(name)


async def main():
    first, *rest = {"a", "b", "c"}
    await job(first)
    for name in rest:
        await job(name)


asyncio.run(main())
