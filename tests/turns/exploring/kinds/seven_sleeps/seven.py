# Kind: seven_sleeps
# Right: queue: equal deadlines have no order; done comes last; all is proven.
# Marks: program queue queue queue queue queue queue program
# Outcomes: 5040
import asyncio


async def nap(number):
    await asyncio.sleep(0.1)
    print(number)


async def main():
    await asyncio.gather(*[nap(n) for n in range(7)])
    print("done")


asyncio.run(main())
