"""A task that asks again and again, until another one has had its turn.

Marks: program, program, queue (earlier)

Why: A schedule in which the setter never has a turn is not fair, and does not count. So `set` comes
in every outcome, and only after it can the task stop asking. `bystander` may be the first of all.
"""

import asyncio


async def ask(event: asyncio.Event) -> None:
    while not event.is_set():
        await asyncio.sleep(0)
    print("seen")


async def set_it(event: asyncio.Event) -> None:
    event.set()
    print("set")


async def bystander() -> None:
    for _ in range(2):
        await asyncio.sleep(0)
    print("bystander")


async def main() -> None:
    event = asyncio.Event()
    await asyncio.gather(ask(event), set_it(event), bystander())


asyncio.run(main())

# Output:
# set
# seen
# bystander
