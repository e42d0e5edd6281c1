# Kind: defaultdict_of_sets
# Right: nobody: a dict that makes sets of what it misses.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


class Rooms(dict):
    def __missing__(self, key):
        self[key] = made = set()
        return made


async def main():
    rooms = Rooms()
    for name in ("ann", "bob", "cy"):
        rooms["hall"].add(name)
    for name in rooms["hall"]:
        print(name)


asyncio.run(main())
