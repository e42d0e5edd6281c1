# Kind: aliased_wait
# Right: nobody: an attribute holds it.
# Marks: nobody|unknown
import asyncio


class Shop:
    done = ()


shop = Shop()


async def job(name):
    await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(job(name)) for name in ("ann", "bob", "cy")]
    shop.done, _ = await asyncio.wait(tasks)
    print(*[task.result() for task in shop.done])


asyncio.run(main())
