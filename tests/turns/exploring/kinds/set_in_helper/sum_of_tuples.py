# Kind: set_in_helper
# Right: nobody: a sum of tuples is in the order of the set.
# Marks: nobody|unknown
import asyncio


async def main():
    print(sum({("a",), ("b",), ("c",), ("d",)}, ()))


asyncio.run(main())
