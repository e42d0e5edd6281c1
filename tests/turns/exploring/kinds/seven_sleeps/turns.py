# Kind: seven_sleeps
# Right: queue: eight tasks of one turn each.
# Marks: program queue queue queue queue queue queue queue program
# Outcomes: 40320
import asyncio


async def nap(number):
    await asyncio.sleep(0)
    print(number)


async def main():
    await asyncio.gather(*[nap(n) for n in range(8)])
    print("done")


asyncio.run(main())
