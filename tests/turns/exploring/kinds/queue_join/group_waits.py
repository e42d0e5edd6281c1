# Kind: queue_join
# Right: deadlock: a group waits for a child that waits for ever.
# Marks: program
# Outcomes: 1
# Ends: deadlock
import asyncio


async def child(queue):
    await queue.get()


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(asyncio.Queue()))
        print("started")
    print("never")


asyncio.run(main())
