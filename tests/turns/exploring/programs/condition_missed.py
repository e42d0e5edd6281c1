"""A notification that nobody waits for is lost: some schedules deadlock.

Marks: first, program, queue

Why: Where main notifies before a waiter waits, that waiter never prints and the program hangs;
such a schedule proves nothing. If a prints, it has waited, so main has notified: `notified` came
first. b may wait and be woken before a.
"""

import asyncio


async def waiter(name: str, condition: asyncio.Condition) -> None:
    async with condition:
        await condition.wait()
        print(name)


async def main() -> None:
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "ab"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
        print("notified")
    await asyncio.gather(*tasks)


asyncio.run(main())

# Output:
# notified
# a
# b
