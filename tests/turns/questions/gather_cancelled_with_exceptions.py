# With return_exceptions=True I expected my task to survive a cancel; why does it not?
# Source: https://github.com/python/cpython/issues/76865
# Answer: cancel() reaches both children through the gather; once they have ended, the waiting task itself gets CancelledError: return_exceptions is for the children only.
import asyncio


async def download(name):
    try:
        await asyncio.sleep(1)
    finally:
        print("closing", name)


async def batch():
    try:
        await asyncio.gather(download("a.zip"), download("b.zip"), return_exceptions=True)
        print("batch: never mind, going on")
    except asyncio.CancelledError:
        print("batch: cancelled myself")
        raise


async def main():
    task = asyncio.create_task(batch())
    await asyncio.sleep(0.02)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
