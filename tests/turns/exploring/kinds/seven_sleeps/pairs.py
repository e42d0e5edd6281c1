# Kind: seven_sleeps
# Right: queue: two naps each of three.
# Marks: program queue queue queue queue queue program
# Outcomes: 90
import asyncio


async def nap(name):
    for number in (1, 2):
        await asyncio.sleep(0)
        print(name, number)


async def main():
    await asyncio.gather(*map(nap, "abc"))
    print("done")


asyncio.run(main())
