# Kind: defaultdict_of_sets
# Right: nobody: a generator goes through a set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


def guests():
    yield from {"ann", "bob", "cy"}


async def main():
    for name in guests():
        print(name)


asyncio.run(main())
