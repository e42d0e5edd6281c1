"""`gather` leaves the others running; a task group cancels them, and waits until they have ended.

`gather` 会让其余的继续运行；任务组会取消它们，并等它们结束。
"""

import asyncio


async def fail(driving: asyncio.Event) -> None:
    await asyncio.sleep(0)
    await driving.wait()
    raise ValueError


async def drive(driving: asyncio.Event) -> None:
    try:
        driving.set()
        await asyncio.sleep(60)
    finally:
        print("stopped")


async def main() -> None:
    driving = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(drive(driving))
            group.create_task(fail(driving))
    except* ValueError:
        print("failed")


asyncio.run(main())
