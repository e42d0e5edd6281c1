"""A lock that is free but already waited for is no free lock: asking for it means queueing behind who waits.

锁虽然空着，可已经有人在等，那就不算空闲：再去要它，得排在等的人后面。
"""

import asyncio


async def waiter(lock: asyncio.Lock) -> None:
    async with lock:
        print("waiter: has the lock")


async def main() -> None:
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waiter(lock))
    await asyncio.sleep(0)  # the waiter asks for it
    lock.release()
    print("main: is it locked?", lock.locked())
    async with lock:
        print("main: has the lock again")
    await task


asyncio.run(main())

# Output:
# main: is it locked? False
# waiter: has the lock
# main: has the lock again
