"""The steps of a task stand in the same queue as any other callback.

任务的每一步和普通回调排的是同一条队。
"""

import asyncio


async def work() -> None:
    print("task: step 1")
    await asyncio.sleep(0)
    print("task: step 2")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback A")
    task = asyncio.create_task(work())
    loop.call_soon(print, "callback B")
    await task


asyncio.run(main())

# Output:
# callback A
# task: step 1
# callback B
# task: step 2
