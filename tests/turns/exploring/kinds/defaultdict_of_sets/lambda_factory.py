# Kind: defaultdict_of_sets
# Right: nobody: a function makes the sets.
# Marks: nobody|unknown
import asyncio
from collections import defaultdict

rooms = defaultdict(lambda: set())


async def main():
    for name in ("ann", "bob", "cy"):
        rooms["hall"].add(name)
    print(*rooms["hall"])


asyncio.run(main())
