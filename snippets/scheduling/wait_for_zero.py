"""With a time limit of zero wait_for() makes a task and cancels it before its first turn: the body never runs.

时限为零时，wait_for() 创建任务，又在第一个轮次之前把它取消：函数体一行也不执行。
"""

import asyncio


async def timed() -> None:
    print("timed: never printed")


async def main() -> None:
    try:
        await asyncio.wait_for(timed(), 0)
    except TimeoutError:
        print("main: out of time")


asyncio.run(main())

# Output:
# main: out of time
