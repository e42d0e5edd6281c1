# Kind: gather_fifty
# Right: program, proven: ten tasks in a group.
# Marks: program program
# Outcomes: 1
import asyncio


async def job(number):
    await asyncio.sleep(0)
    return number


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job(n)) for n in range(10)]
    print(sum(task.result() for task in tasks))
    print("done")


asyncio.run(main())
