"""A lock is fair: whoever releases it and wants it again waits behind those already waiting.

锁是公平的：释放锁之后又想要它的人，得排在已经在等的人后面。
"""

import asyncio


async def user(name: str, lock: asyncio.Lock, times: int) -> None:
    for number in range(1, times + 1):
        async with lock:
            print(f"{name}: has the lock, time {number}")
            await asyncio.sleep(0)  # the others come, and wait


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(
        user("greedy", lock, 2),
        user("second", lock, 1),
        user("third", lock, 1),
    )


asyncio.run(main())

# Output:
# greedy: has the lock, time 1
# second: has the lock, time 1
# third: has the lock, time 1
# greedy: has the lock, time 2
