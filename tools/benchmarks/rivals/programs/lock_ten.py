# Tasks behind one lock, 10 of them.
# Outcomes: 3628800, 10!
import asyncio


async def enter(n, lock):
    async with lock:
        print("in", n)
        await asyncio.sleep(0)
        print("out", n)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(enter(n, lock) for n in range(10)))


if __name__ == "__main__":
    asyncio.run(main())
