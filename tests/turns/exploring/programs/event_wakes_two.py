"""An event wakes two waiters.

Marks: program, program, program, queue (earlier)

Why: `set` and `go on` are one turn, and nobody passes the event before it. The waiters' wake-ups
(or first steps, if they come after the set) are ready together.
"""

import asyncio


async def waiter(name: str, event: asyncio.Event) -> None:
    await event.wait()
    print(name)


async def main() -> None:
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "ab"]
    await asyncio.sleep(0)
    print("set")
    event.set()
    print("go on")
    await asyncio.gather(*tasks)


asyncio.run(main())

# Output:
# set
# go on
# a
# b
