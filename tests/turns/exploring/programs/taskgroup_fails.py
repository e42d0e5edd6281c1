"""A child of a group fails and its sibling is cancelled.

Marks: first, queue, program, program

Why: `raise` before `sibling starts`: the failing child first, then the sibling's first step
before the group's done-callback. If that callback is first, the sibling never starts and its
lines are missing. The cancellation follows from the failure; the group ends after the sibling.
"""

import asyncio


async def sibling() -> None:
    print("sibling starts")
    try:
        await asyncio.Event().wait()
    finally:
        print("sibling cancelled")


async def fails() -> None:
    print("raise")
    raise ValueError


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sibling())
            group.create_task(fails())
    except* ValueError:
        print("group failed")


asyncio.run(main())

# Output:
# sibling starts
# raise
# sibling cancelled
# group failed
