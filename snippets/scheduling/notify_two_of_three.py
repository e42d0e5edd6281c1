"""`notify(2)` wakes the two who have waited longest, and they go on only when the notifier lets go of the lock.

`notify(2)` 唤醒等得最久的两个，等通知的一方放开锁，它们才能往下走。
"""

import asyncio


async def guest(name: str, table: asyncio.Condition) -> None:
    async with table:
        await table.wait()
        print(f"{name}: sits down")


async def main() -> None:
    table = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        for name in ("first", "second", "third"):
            group.create_task(guest(name, table))
        await asyncio.sleep(0)  # all three wait

        async with table:
            table.notify(2)
            print("main: two are notified")
            await asyncio.sleep(0)
            print("main: still has the lock")
        await asyncio.sleep(0.01)
        async with table:
            print("main: notifies whoever is left")
            table.notify_all()


asyncio.run(main())

# Output:
# main: two are notified
# main: still has the lock
# first: sits down
# second: sits down
# main: notifies whoever is left
# third: sits down
