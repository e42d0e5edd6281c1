# Kind: set_in_helper
# Right: nobody: a dict made of a set has its order.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def main():
    for name in dict.fromkeys({"a", "b", "c"}, 0):
        print(name)


asyncio.run(main())
