# Philosophers, 5 of them.
import asyncio


async def dine(n, left, right):
    async with left:
        await asyncio.sleep(0)
        async with right:
            print(n, "eats")


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    await asyncio.gather(*(dine(n, forks[n], forks[(n + 1) % 5]) for n in range(5)))


if __name__ == "__main__":
    asyncio.run(main())
