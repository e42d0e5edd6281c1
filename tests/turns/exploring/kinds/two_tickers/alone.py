# Kind: two_tickers
# Right: program, proven: one that ticks has one order.
# Marks: program program program program
# Outcomes: 1
import asyncio


async def main():
    for number in range(4):
        print(number)
        await asyncio.sleep(1)


asyncio.run(main())
