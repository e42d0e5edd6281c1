# Kind: set_in_helper
# Right: nobody: a comprehension of a set that is an attribute.
# Marks: nobody|unknown
import asyncio
from dataclasses import dataclass, field


@dataclass
class Room:
    guests: set[str] = field(default_factory=set)


async def main():
    room = Room()
    for name in ("ann", "bob", "cy", "dan"):
        room.guests.add(name)
    print([name for name in room.guests])


asyncio.run(main())
