# Equal sleepers, 6 of them.
# Outcomes: 720, 6!
import asyncio


async def nap(n):
    await asyncio.sleep(0.1)
    print(n)


async def main():
    await asyncio.gather(*(nap(n) for n in range(6)))


if __name__ == "__main__":
    asyncio.run(main())
