"""A notification that nobody waits for is lost: some schedules deadlock.

Marks: program, queue (missing), queue (earlier or missing)

Why: Main never waits for the condition's lock: whoever has it keeps it for one turn. Where main
notifies before a waiter waits, that waiter never prints, and the program ends in a deadlock. b may
also wait, and be woken, before a; that takes one decision, too.
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
