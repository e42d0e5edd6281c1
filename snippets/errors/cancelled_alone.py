"""CancelledError says nothing of who was cancelled: the task that is awaited, or the one that awaits it.

CancelledError 不说取消的是谁：也许是被等的任务，也许是正在等的任务自己。
"""

import asyncio


async def wait_for_ever() -> None:
    await asyncio.Event().wait()


async def wait_for(name: str, task: asyncio.Task[None]) -> None:
    try:
        await task
    except asyncio.CancelledError as error:
        me = asyncio.current_task()
        print(f"{name}: {error!r}, message {str(error)!r}, asked to stop: {me.cancelling()}")
        raise


async def main() -> None:
    for name in "the awaited task", "the awaiting task":
        awaited = asyncio.create_task(wait_for_ever())
        awaiting = asyncio.create_task(wait_for(name, awaited))
        await asyncio.sleep(0)
        (awaited if name == "the awaited task" else awaiting).cancel()
        await asyncio.wait([awaiting])


asyncio.run(main())

# Output:
# the awaited task: CancelledError(), message '', asked to stop: 0
# the awaiting task: CancelledError(), message '', asked to stop: 1
