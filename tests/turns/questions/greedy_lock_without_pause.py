# Why does one worker do all its rounds before the other gets the lock even once?
# Source: https://github.com/python/cpython/pull/13082
# Answer: An unlocked lock is taken without suspending, and release() has nobody to wake as the other has not begun: the first keeps its turn.
import asyncio


async def count(name, lock, total):
    for _ in range(3):
        async with lock:
            total["n"] += 1
            print(name, "counts", total["n"])


async def main():
    lock, total = asyncio.Lock(), {"n": 0}
    async with asyncio.TaskGroup() as group:
        group.create_task(count("left", lock, total))
        group.create_task(count("right", lock, total))
        print("both are hired")
    print("total", total["n"])


asyncio.run(main())
