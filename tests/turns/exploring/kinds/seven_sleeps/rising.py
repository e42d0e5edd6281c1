# Kind: seven_sleeps
# Right: clock: the deadlines differ, and nothing else.
# Marks: program clock clock clock clock clock program
# Outcomes: 1
import asyncio


async def nap(number):
    await asyncio.sleep(number / 10)
    print(number)


async def main():
    await asyncio.gather(*[nap(n) for n in range(1, 7)])
    print("done")


asyncio.run(main())
