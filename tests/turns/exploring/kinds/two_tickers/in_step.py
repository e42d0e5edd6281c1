# Kind: two_tickers
# Right: two that tick at the same times.
# Marks: program queue clock queue clock queue
import asyncio


async def tick(name):
    for number in range(3):
        print(name, number)
        await asyncio.sleep(1)


async def main():
    await asyncio.gather(tick("a"), tick("b"))


asyncio.run(main())
