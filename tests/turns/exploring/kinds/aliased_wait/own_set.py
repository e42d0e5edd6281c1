# Kind: aliased_wait
# Right: nobody: a set of the program's own that keeps its items in a dict has an order.
# Marks: program|unknown program|unknown program|unknown
import asyncio
from collections.abc import Set


class Names(Set):
    def __init__(self, names):
        self.names = {name: 1 for name in names}

    def __contains__(self, name):
        return name in self.names

    def __iter__(self):
        return iter(self.names)

    def __len__(self):
        return len(self.names)


async def main():
    for name in Names(["a", "b"]) | Names(["c"]):
        print(name)


asyncio.run(main())
