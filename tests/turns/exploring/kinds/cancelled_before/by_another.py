# Kind: cancelled_before
# Right: queue: two tasks cancel each other; only the first to run is sure.
# Marks: queue queue
# Outcomes: 2
import asyncio

tasks = []


async def fight(me, other):
    print(me)
    tasks[other].cancel()


async def main():
    tasks.append(asyncio.create_task(fight(0, 1)))
    tasks.append(asyncio.create_task(fight(1, 0)))
    await asyncio.wait(tasks)
    print("end")


asyncio.run(main())
