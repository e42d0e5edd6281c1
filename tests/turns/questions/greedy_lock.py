# One task releases the lock and takes it again at once; does the other ever get it?
# Source: https://github.com/python-trio/trio/issues/54
# Answer: release() wakes the first waiter, and whoever comes while somebody waits has to queue behind it: they alternate.
import asyncio


async def child(name, swing):
    for turn in range(3):
        async with swing:
            print(name, "swings", turn)
            await asyncio.sleep(0)
    print(name, "is tired")


async def main():
    swing = asyncio.Lock()
    await asyncio.gather(child("Eva", swing), child("Tom", swing))


asyncio.run(main())
