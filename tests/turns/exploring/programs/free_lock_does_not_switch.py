"""Taking and leaving a free lock never suspends.

Marks: program, program, program

Why: Main's lines are printed in one turn; the other task exists since that turn and can only run
after it.
"""

import asyncio


async def other() -> None:
    print("other")


async def main() -> None:
    lock = asyncio.Lock()
    task = asyncio.create_task(other())
    async with lock:
        print("main has the lock")
    print("main left the lock")
    await task


asyncio.run(main())

# Output:
# main has the lock
# main left the lock
# other
