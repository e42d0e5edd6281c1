# Kind: cancelled_before
# Right: queue: with main first, the task never begins.
# Marks: program queue queue
import asyncio


async def work():
    print("work")


async def main():
    task = asyncio.create_task(work())
    print("created")
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print("end")


asyncio.run(main())
