"""A child of a group fails and its sibling is cancelled.

Marks: queue (missing), queue (earlier), queue (missing), queue (earlier)

Why: The failing child may go first. If then the group's done-callback comes before the sibling's
first step, the sibling never starts: its lines are missing, and the lines below them come without
them. The failing child always runs, and the group always fails.
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
