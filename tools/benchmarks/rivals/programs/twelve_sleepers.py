# Equal sleepers, 12 of them.
# Outcomes: 479001600, 12!
import asyncio


async def nap(n):
    await asyncio.sleep(0.1)
    print(n)


async def main():
    await asyncio.gather(*(nap(n) for n in range(12)))


if __name__ == "__main__":
    asyncio.run(main())
