"""`async with` suspends only where it must wait: the lock is held, so the second task waits at the door.

`async with` 需要等待时才挂起：锁被占着，第二个任务就等在门口。
"""

import asyncio


async def visit(name: str, lock: asyncio.Lock) -> None:
    print(f"{name}: at the door")
    async with lock:
        print(f"{name}: inside")
        await asyncio.sleep(0)
        print(f"{name}: leaving")


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(visit("first", lock), visit("second", lock))


asyncio.run(main())

# Output:
# first: at the door
# first: inside
# second: at the door
# first: leaving
# second: inside
# second: leaving
