# Tasks that yield after each line, 3 × 5.
# Outcomes: 756756, 15!/5!^3
import asyncio


async def tick(n):
    for i in range(5):
        print(n, i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(tick(n) for n in range(3)))


if __name__ == "__main__":
    asyncio.run(main())
