# Equal sleepers, 20 of them.
# Outcomes: 2432902008176640000, 20!
import asyncio


async def nap(n):
    await asyncio.sleep(0.1)
    print(n)


async def main():
    await asyncio.gather(*(nap(n) for n in range(20)))


if __name__ == "__main__":
    asyncio.run(main())
