# Kind: winner
# Right: two outcomes; the loser's name shows nowhere.
# Marks: queue queue
# Outcomes: 2
import asyncio

won = {}


async def run(name):
    await asyncio.sleep(0)
    won.setdefault("first", name)


async def main():
    await asyncio.gather(run("a"), run("b"))
    print(won["first"])
    print("end")


asyncio.run(main())
