# Kind: winner
# Right: three outcomes: both are done, or one of them.
# Marks: queue queue
# Outcomes: 3
import asyncio


async def run(name):
    await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(run(name)) for name in "ab"]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([task.get_name() for task in tasks if task.done()])
    print("end")


asyncio.run(main())
