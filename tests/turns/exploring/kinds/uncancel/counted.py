# Kind: uncancel
# Right: queue: how often it was cancelled when it looks.
# Marks: queue
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(asyncio.current_task().cancelling())


async def cancel(task):
    task.cancel()


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.1)
    await asyncio.gather(cancel(task), cancel(task))
    await task


asyncio.run(main())
