# Kind: two_tickers
# Right: the first b is the queue's; what never ends is not known.
# Marks: program queue clock clock queue program
import asyncio


async def tick(name, pause, times):
    for _ in range(times):
        print(name)
        await asyncio.sleep(pause)


async def main():
    await asyncio.gather(tick("a", 1, 4), tick("b", 2, 2))


asyncio.run(main())
