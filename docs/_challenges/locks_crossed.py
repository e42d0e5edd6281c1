"""Each holds one lock and waits for the other one's: a deadlock. Remove it, but let only one work at a time.

各拿一把锁，又等对方手里的那把：死锁。消除它，但同一时刻只能有一个人干活。
"""

import asyncio

saw, drill = asyncio.Lock(), asyncio.Lock()
busy = 0


async def work(name: str) -> None:
    global busy
    busy += 1
    await asyncio.sleep(0)
    print(name, "works, busy:", busy)
    busy -= 1


async def build(name: str, first: asyncio.Lock, second: asyncio.Lock) -> None:
    async with first:
        await asyncio.sleep(0)
        async with second:
            await work(name)


async def main() -> None:
    await asyncio.gather(build("Ann", saw, drill), build("Bob", drill, saw))


asyncio.run(main())

# Goal: no deadlock
# Goal: lines "Ann works, busy: 1" "Bob works, busy: 1"
# Keep: async def work
# Keep: asyncio.gather
# Rule: rule-lock-is-fair
