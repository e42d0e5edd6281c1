# Kind: aliased_wait
# Right: nobody: the function has another name.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio
from asyncio import wait as all_of


async def job(name):
    await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(job(name)) for name in ("ann", "bob", "cy")]
    done, _ = await all_of(tasks)
    for task in done:
        print(task.result())


asyncio.run(main())
