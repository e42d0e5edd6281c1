# Kind: set_in_helper
# Right: nobody: what two dicts have in common is a set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio

here = {"ann": 1, "bob": 2, "cy": 3}
there = {"cy": 1, "bob": 2, "ann": 3}


async def main():
    for name in here.keys() & there.keys():
        print(name)


asyncio.run(main())
