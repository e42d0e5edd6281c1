"""The second guest finds the table broken and leaves, but his place stays taken. Remove the deadlock.

第二位客人发现桌子坏了，走了，位子却一直占着。消除这个死锁。
"""

import asyncio


async def dine(name: str, table: asyncio.Semaphore, *, broken: bool) -> None:
    await table.acquire()
    if broken:
        raise ValueError(name)
    print(name, "dines")
    table.release()


async def main() -> None:
    table = asyncio.Semaphore(1)
    guests = [dine(name, table, broken=name == "Bob") for name in ("Ann", "Bob", "Eve")]
    results = await asyncio.gather(*guests, return_exceptions=True)
    print("left hungry:", sum(result is not None for result in results))


asyncio.run(main())

# Goal: no deadlock
# Goal: lines "Ann dines" "Eve dines" "left hungry: 1"
# Keep: async def main
# Rule: rule-semaphore-places
