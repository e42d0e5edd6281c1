# Kind: group_cancels
# Right: queue: gather cancels its children in the order of a list; it waits for the first only.
# Marks: clock queue queue
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name)


async def main():
    both = asyncio.gather(work("a"), work("b"))
    await asyncio.sleep(0.1)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
