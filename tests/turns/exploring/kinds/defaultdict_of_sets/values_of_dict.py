# Kind: defaultdict_of_sets
# Right: nobody: the values are sets.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio

rooms = {"hall": {"ann", "bob", "cy"}}


async def main():
    for guests in rooms.values():
        for name in guests:
            print(name)


asyncio.run(main())
