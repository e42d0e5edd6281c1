# Kind: group_cancels
# Right: nobody: the body of the group fails, its children are cancelled in the order of a set.
# Marks: program|unknown|nobody|clock nobody|unknown|queue nobody|unknown|queue program|unknown|clock|queue
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name in "abc":
                group.create_task(work(name))
            await asyncio.sleep(0.1)
            raise KeyError
    except* KeyError:
        print("failed")


asyncio.run(main())
