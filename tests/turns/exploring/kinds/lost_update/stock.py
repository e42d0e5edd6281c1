# Kind: lost_update
# Right: three outcomes: left 8 (asyncio), 9 and 7.
# Marks: queue
# Outcomes: 3
import asyncio

stock = 10


async def take(number):
    global stock
    left = stock
    await asyncio.sleep(0)
    stock = left - number


async def main():
    await asyncio.gather(take(1), take(2))
    print("left", stock)


asyncio.run(main())
