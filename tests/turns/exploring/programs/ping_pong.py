"""Two tasks hand the turn to each other by events.

Marks: program, program, program, program

Why: Each prints only after the other has set its event, and sets the other's event in the turn it
prints in.
"""

import asyncio


async def ping(mine: asyncio.Event, yours: asyncio.Event) -> None:
    for number in (1, 2):
        print("ping", number)
        yours.set()
        await mine.wait()
        mine.clear()


async def pong(mine: asyncio.Event, yours: asyncio.Event) -> None:
    for number in (1, 2):
        await mine.wait()
        mine.clear()
        print("pong", number)
        yours.set()


async def main() -> None:
    one, two = asyncio.Event(), asyncio.Event()
    await asyncio.gather(ping(one, two), pong(two, one))


asyncio.run(main())

# Output:
# ping 1
# pong 1
# ping 2
# pong 2
