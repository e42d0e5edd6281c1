# Kind: uncancel
# Right: program: a task that cancels itself stops where it waits next.
# Marks: program program
# Outcomes: 1
import asyncio


async def job():
    asyncio.current_task().cancel()
    print("still here")
    await asyncio.sleep(0)
    print("never")


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
