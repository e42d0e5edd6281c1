# Kind: group_cancels
# Right: nobody: the group cancels its children in the order of a set.
# Marks: program|unknown|nobody|clock nobody|unknown|queue nobody|unknown|queue nobody|unknown|queue program|unknown|clock|queue
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name)


async def boom():
    await asyncio.sleep(0.1)
    raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name in "abcd":
                group.create_task(work(name))
            group.create_task(boom())
    except* ValueError:
        print("failed")


asyncio.run(main())
