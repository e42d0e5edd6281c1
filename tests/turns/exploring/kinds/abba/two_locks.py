# Kind: abba
# Right: three outcomes: left first, right first, or each holds what the other wants.
# Marks: queue queue queue
# Outcomes: 3
# Ends: finished deadlock
import asyncio


async def left(fork, knife):
    async with fork:
        await asyncio.sleep(0)
        async with knife:
            print("left eats")


async def right(fork, knife):
    for _ in range(3):
        await asyncio.sleep(0)
    async with knife:
        await asyncio.sleep(0)
        async with fork:
            print("right eats")


async def main():
    fork, knife = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(left(fork, knife), right(fork, knife))
    print("full")


asyncio.run(main())
