"""`notify(1)` wakes who has waited longest, and he goes on only when the notifier lets go of the lock.

`notify(1)` 唤醒等得最久的那个，但要等发通知的一方放开锁，它才能往下走。
"""

import asyncio


async def guest(name: str, table: asyncio.Condition) -> None:
    async with table:
        await table.wait()
        print(f"{name}: sits down")


async def main() -> None:
    table = asyncio.Condition()
    ann = asyncio.create_task(guest("Ann", table))
    bob = asyncio.create_task(guest("Bob", table))
    await asyncio.sleep(0)  # both wait

    async with table:
        table.notify(1)
        print("main: one is notified")
        await asyncio.sleep(0)
        print("main: still has the lock")
    await ann
    print("main: is Bob waiting?", not bob.done())
    bob.cancel()


asyncio.run(main())

# Output:
# main: one is notified
# main: still has the lock
# Ann: sits down
# main: is Bob waiting? True
