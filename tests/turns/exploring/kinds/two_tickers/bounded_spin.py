# Kind: two_tickers
# Right: turns without timers.
# Marks: program|unknown !program !program !program !program !program
# Outcomes: 20
import asyncio


async def tick(name):
    for number in range(3):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(tick("a"), tick("b"))


asyncio.run(main())
