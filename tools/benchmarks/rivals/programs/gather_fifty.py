# Fifty jobs, and only their sum is printed.
# Outcomes: 1
import asyncio


async def job(n):
    await asyncio.sleep(n / 100)
    return n


async def main():
    print(sum(await asyncio.gather(*(job(n) for n in range(50)))))


if __name__ == "__main__":
    asyncio.run(main())
