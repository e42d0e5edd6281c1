# Two locks, taken in different orders; the second task comes late.
# Outcomes: 3
import asyncio


async def first(a, b):
    async with a:
        await asyncio.sleep(0)
        async with b:
            print("first")


async def second(a, b):
    for _ in range(3):
        await asyncio.sleep(0)
    async with b:
        await asyncio.sleep(0)
        async with a:
            print("second")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(first(a, b), second(a, b))
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
