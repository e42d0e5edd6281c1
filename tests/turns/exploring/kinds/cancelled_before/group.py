# Kind: cancelled_before
# Right: queue: the group fails before or after its other child begins.
# Marks: queue queue
import asyncio


async def work():
    print("work")


async def boom():
    raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work())
            group.create_task(boom())
    except* ValueError:
        print("failed")


asyncio.run(main())
