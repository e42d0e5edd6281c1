# Kind: aliased_wait
# Right: nobody: the set is the first item of what is returned.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def job(name):
    await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(job(name)) for name in ("ann", "bob", "cy")]
    result = await asyncio.wait(tasks)
    for task in result[0]:
        print(task.result())


asyncio.run(main())
