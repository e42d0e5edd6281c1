# Kind: defaultdict_of_sets
# Right: nobody: a field of a class is a set.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio
from dataclasses import dataclass, field


@dataclass
class Room:
    guests: set = field(default_factory=set)


async def main():
    room = Room()
    for name in ("ann", "bob", "cy"):
        room.guests.add(name)
    for name in room.guests:
        print(name)


asyncio.run(main())
