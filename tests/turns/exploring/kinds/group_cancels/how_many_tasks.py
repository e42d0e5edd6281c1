# Kind: group_cancels
# Right: two outcomes: the other task has ended by then, or not.
# Marks: queue
# Outcomes: 2
import asyncio


async def work():
    await asyncio.sleep(0)


async def count():
    print(len(asyncio.all_tasks()))


async def main():
    await asyncio.gather(work(), count())


asyncio.run(main())
