"""Two tasks await a third.

Marks: program, program, queue (earlier)

Why: Nobody passes the `await` before the task has ended, in which turn it printed. As run, the
waiters come after that and do not suspend at all: their first steps are ready together.
"""

import asyncio


async def waiter(name: str, task: asyncio.Task[None]) -> None:
    await task
    print(name)


async def work() -> None:
    print("work")


async def main() -> None:
    task = asyncio.create_task(work())
    await asyncio.gather(waiter("a", task), waiter("b", task))


asyncio.run(main())

# Output:
# work
# a
# b
