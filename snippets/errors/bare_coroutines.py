"""Since Python 3.11 wait() refuses bare coroutines: who gets back a set of tasks must know which is which.

从 Python 3.11 起，wait() 不收裸协程：拿回来的是任务的集合，得认得出哪个是哪个。
"""

import asyncio


async def work() -> str:
    return "done"


async def main() -> None:
    coroutine = work()
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print("error:", error)

    task = asyncio.create_task(coroutine)
    done, pending = await asyncio.wait([task])
    print("the task is among the done ones:", task in done)


asyncio.run(main())

# Output:
# error: Passing coroutines is forbidden, use tasks explicitly.
# the task is among the done ones: True
