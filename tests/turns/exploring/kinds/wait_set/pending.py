# Kind: wait_set
# Right: nobody: the tasks that are left are a set, too.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def job(name):
    await asyncio.sleep(10)


async def main():
    tasks = [asyncio.create_task(job(name), name=name) for name in "abc"]
    _, pending = await asyncio.wait(tasks, timeout=0.1)
    for task in pending:
        print(task.get_name())


asyncio.run(main())
