"""Main fails after a sleep; another task prints before that.

Marks: clock (missing), clock (earlier)

Why: 0.05 comes before 0.1 in queue schedules. If main's timer fires first, main fails, and the
other task is cancelled before it has printed.
"""

import asyncio


async def other() -> None:
    await asyncio.sleep(0.05)
    print("other")


async def main() -> None:
    task = asyncio.create_task(other())
    await asyncio.sleep(0.1)
    print("raise")
    raise ValueError(task.get_name())


asyncio.run(main())

# Exit: 1
# Error: ValueError: Task-2
# Output:
# other
# raise
