# Kind: defaultdict_of_sets
# Right: nobody: a set is copied and joined.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def main():
    some = {"ann"}.copy().union(["bob", "cy"])
    for name in some:
        print(name)


asyncio.run(main())
