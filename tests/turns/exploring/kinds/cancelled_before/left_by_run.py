# Kind: cancelled_before
# Right: queue: main may end before the task begins.
# Marks: program queue
import asyncio


async def work():
    print("work")


async def main():
    global task
    task = asyncio.create_task(work())
    await asyncio.sleep(0)


print("start")
asyncio.run(main())
