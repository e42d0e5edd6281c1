# Tasks that yield after each line, 3 × 3.
# Outcomes: 1680, 9!/3!^3
import asyncio


async def tick(n):
    for i in range(3):
        print(n, i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(tick(n) for n in range(3)))


if __name__ == "__main__":
    asyncio.run(main())
