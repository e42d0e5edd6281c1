# Kind: uncancel
# Right: queue: who awaits a future that is cancelled, and who asks first.
# Marks: queue
# Outcomes: 2
import asyncio


async def give(future):
    if not future.done():
        future.set_result("given")


async def cancel(future):
    future.cancel()


async def main():
    future = asyncio.get_running_loop().create_future()
    await asyncio.gather(give(future), cancel(future))
    print("cancelled" if future.cancelled() else future.result())


asyncio.run(main())
