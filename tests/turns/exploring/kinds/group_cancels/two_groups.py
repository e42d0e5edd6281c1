# Kind: group_cancels
# Right: nobody: an inner group is cancelled among others.
# Marks: program|unknown|nobody|clock nobody|unknown|queue nobody|unknown|queue program|unknown|clock|queue
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name)


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a"))
        group.create_task(work("b"))
        group.create_task(work("c"))


async def main():
    try:
        async with asyncio.timeout(0.1):
            await inner()
    except TimeoutError:
        print("late")


asyncio.run(main())
