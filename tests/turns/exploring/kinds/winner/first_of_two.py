# Kind: winner
# Right: two outcomes; both lines have another text in the other.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def run(name, finish):
    await asyncio.sleep(0)
    finish.append(name)


async def main():
    finish = []
    await asyncio.gather(run("hare", finish), run("tortoise", finish))
    print("gold:", finish[0])
    print("silver:", finish[1])


asyncio.run(main())
