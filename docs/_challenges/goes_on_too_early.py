"""Main goes on before its task has started. Have the task start first, and let no sleep decide it.

任务还没开始，main 就往下走了。让任务先开始，而且不能靠 sleep 来碰运气。
"""

import asyncio


async def child() -> None:
    print("child: starts")
    await asyncio.sleep(1)
    print("child: ends")


async def main() -> None:
    task = asyncio.create_task(child())
    print("main: goes on")
    await task


asyncio.run(main())

# Goal: before "child: starts" "main: goes on"
# Goal: before "main: goes on" "child: ends"
# Goal: lines "child: starts" "main: goes on" "child: ends"
# Keep: asyncio.create_task
# Keep: await asyncio.sleep(1)
# Schedules: clock
# Rule: rule-create-task-schedules
