# Kind: abba
# Right: one outcome: both queues are full, and nobody takes.
# Marks: program program
# Outcomes: 1
# Ends: deadlock
import asyncio


async def send(mine, other, name):
    await other.put(name)
    await other.put(name)
    print("never", await mine.get())


async def main():
    a, b = asyncio.Queue(1), asyncio.Queue(1)
    print("start")
    tasks = [asyncio.create_task(send(a, b, "x")), asyncio.create_task(send(b, a, "y"))]
    print("sending")
    await asyncio.gather(*tasks)


asyncio.run(main())
