# Kind: abba
# Right: one outcome: two come to a barrier for three.
# Marks: program queue
# Outcomes: 2
# Ends: deadlock
import asyncio


async def come(name, barrier):
    print(name)
    await barrier.wait()
    print("through")


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(come("a", barrier), come("b", barrier))


asyncio.run(main())
