"""When the task is done, a callback logs it, and main goes on; sometimes main is first. Let the log come first.

任务完成时，回调写日志，main 往下走；有时 main 抢在前面。让日志总在前面。
"""

import asyncio


async def job() -> None:
    print("job")


def log(_task: asyncio.Task[None]) -> None:
    print("log")


async def main() -> None:
    task = asyncio.create_task(job())
    task.add_done_callback(log)
    await task
    print("main")


asyncio.run(main())

# Goal: order "job" "log" "main"
# Schedules: clock
# Keep: task.add_done_callback
# Keep: task = asyncio.create_task(job())
# Rule: rule-done-callbacks
