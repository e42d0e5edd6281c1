# Kind: set_in_helper
# Right: nobody: a function that does not commute goes through a set.
# Marks: nobody|unknown
import asyncio
from functools import reduce


async def main():
    print(reduce(lambda a, b: b if len(b) == len(a) else a, {"a", "b", "c", "d", "e", "f"}))


asyncio.run(main())
