"""Who catches a `CancelledError` to clean up raises it again.

为了清理而捕获 `CancelledError`，清理完要把它重新抛出。
"""

import asyncio


async def guard(on_duty: asyncio.Event) -> None:
    for number in (1, 2):
        print("round", number)
        on_duty.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            print("goodbye")
            raise


async def main() -> None:
    on_duty = asyncio.Event()
    task = asyncio.create_task(guard(on_duty))
    await on_duty.wait()
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
