"""Plain functions and the steps of a task wait in one queue, and any of them is a callback.

普通函数和任务的每一步排在同一个队列里，它们都是回调。
"""

import asyncio


async def work() -> None:
    print("task: first step")
    await asyncio.sleep(0)
    print("task: second step")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "function 1")
    task = asyncio.create_task(work())
    ticket = loop.call_soon(print, "function 2: never printed")
    loop.call_soon(print, "function 3")
    ticket.cancel()  # a handle can be taken back while it waits
    await task


asyncio.run(main())

# Output:
# function 1
# task: first step
# function 3
# task: second step
