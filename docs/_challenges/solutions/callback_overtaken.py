"""Main does not wait for the task, but for an event that the callback sets.

main 等的不是任务，而是回调设置的事件。
"""

import asyncio

logged = asyncio.Event()


async def job() -> None:
    print("job")


def log(_task: asyncio.Task[None]) -> None:
    print("log")
    logged.set()


async def main() -> None:
    task = asyncio.create_task(job())
    task.add_done_callback(log)
    await logged.wait()
    print("main")


asyncio.run(main())
