"""A failure at 0.05 cancels the sibling's sleep of 0.3.

Marks: program, clock (missing), clock (earlier)

Why: If the sibling's timer fires first it prints another line, `slept`: `cancelled` is missing, and
`group failed` comes without it. The failing child always runs. In queue schedules 0.05 comes before
0.3.
"""

import asyncio


async def sibling() -> None:
    try:
        await asyncio.sleep(0.3)
        print("slept")
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def fails() -> None:
    await asyncio.sleep(0.05)
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
# raise
# cancelled
# group failed
