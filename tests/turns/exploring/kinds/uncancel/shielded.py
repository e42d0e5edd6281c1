# Kind: uncancel
# Right: queue: the outer one is cancelled, the inner one goes on.
# Marks: program queue
import asyncio


async def inner():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("inner")


async def main():
    task = asyncio.create_task(inner())
    outer = asyncio.shield(task)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer")
    await task


asyncio.run(main())
