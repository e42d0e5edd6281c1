# Kind: cancelled_before
# Right: queue: the callback is cancelled before or after it runs.
# Marks: queue queue
# Outcomes: 2
import asyncio


async def main():
    handle = asyncio.get_running_loop().call_soon(print, "called")
    await asyncio.sleep(0)
    handle.cancel()
    print("cancelled")


asyncio.run(main())
