# Kind: two_tickers
# Right: a timeout ends both; it may come early.
# Marks: program|unknown|clock !program !program !program !program !program !program
import asyncio


async def tick(name, pause):
    while True:
        print(name)
        await asyncio.sleep(pause)


async def main():
    try:
        async with asyncio.timeout(3.5):
            await asyncio.gather(tick("a", 1), tick("b", 2))
    except TimeoutError:
        print("time")


asyncio.run(main())
