# Kind: aliased_wait
# Right: nobody: a helper returns it.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio


async def finish(tasks):
    return await asyncio.wait(tasks)


async def job(name):
    await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(job(name)) for name in ("ann", "bob", "cy")]
    done, _ = await finish(tasks)
    for task in done:
        print(task.result())


asyncio.run(main())
