# Kind: aliased_wait
# Right: nobody: the module has another name.
# Marks: program|unknown|nobody nobody|unknown nobody|unknown
import asyncio as aio


async def job(name):
    await aio.sleep(0)
    return name


async def main():
    tasks = [aio.create_task(job(name)) for name in ("ann", "bob", "cy")]
    done, _ = await aio.wait(tasks)
    for task in done:
        print(task.result())


aio.run(main())
