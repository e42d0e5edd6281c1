"""Awaiting a future that is done does not suspend.

Marks: program, program

Why: Main prints in the turn that creates the other task.
"""

import asyncio


async def other() -> None:
    print("other")


async def main() -> None:
    future = asyncio.get_running_loop().create_future()
    future.set_result(42)
    task = asyncio.create_task(other())
    print(await future)
    await task


asyncio.run(main())

# Output:
# 42
# other
