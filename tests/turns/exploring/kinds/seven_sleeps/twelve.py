# Kind: seven_sleeps
# Right: queue: as with seven; all is proven.
# Marks: program queue queue queue queue queue queue queue queue queue queue queue program
# Outcomes: 479001600
import asyncio


async def nap(number):
    await asyncio.sleep(0.1)
    print(number)


async def main():
    await asyncio.gather(*[nap(n) for n in range(12)])
    print("done")


asyncio.run(main())
