# Kind: aliased_wait
# Right: nobody: a variable holds the function.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio

finish = asyncio.wait


async def job(name):
    await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(job(name)) for name in ("ann", "bob", "cy")]
    for task in (await finish(tasks))[0]:
        print(task.result())


asyncio.run(main())
