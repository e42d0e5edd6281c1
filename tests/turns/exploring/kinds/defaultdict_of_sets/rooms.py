# Kind: defaultdict_of_sets
# Right: nobody: a dict of sets.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio
from collections import defaultdict

rooms = defaultdict(set)


async def main():
    for name in ("ann", "bob", "cy"):
        rooms["hall"].add(name)
    for name in rooms["hall"]:
        print(name)


asyncio.run(main())
