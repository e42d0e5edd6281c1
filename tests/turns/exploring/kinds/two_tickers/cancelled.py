# Kind: two_tickers
# Right: a ticker that is cancelled: how often it ticked is a matter of time.
# Marks: clock clock clock
import asyncio


async def tick():
    while True:
        print("tick")
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(1.5)
    task.cancel()
    print("end")


asyncio.run(main())
