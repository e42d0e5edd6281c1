# Three tasks that lock rows in a circle, as in its tests.
# Home: frontrun
import asyncio


async def update(n, first, second):
    async with first:
        async with second:
            print("updated", n)


async def main():
    rows = [asyncio.Lock() for _ in range(3)]
    await asyncio.gather(*(update(n, rows[n], rows[(n + 1) % 3]) for n in range(3)))


if __name__ == "__main__":
    asyncio.run(main())
