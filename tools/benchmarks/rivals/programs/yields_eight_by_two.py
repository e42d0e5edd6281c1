# Tasks that yield after each line, 8 × 2.
# Outcomes: 81729648000, 16!/2^8
import asyncio


async def tick(n):
    for i in range(2):
        print(n, i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(tick(n) for n in range(8)))


if __name__ == "__main__":
    asyncio.run(main())
