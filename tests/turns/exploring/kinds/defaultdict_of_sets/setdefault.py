# Kind: defaultdict_of_sets
# Right: nobody: setdefault with a set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio

rooms = {}


async def main():
    for name in ("ann", "bob", "cy"):
        rooms.setdefault("hall", set()).add(name)
    for name in rooms["hall"]:
        print(name)


asyncio.run(main())
