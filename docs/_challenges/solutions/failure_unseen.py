"""`asyncio.wait` only waits; `await task` gives the result, and so raises what the task has raised.

`asyncio.wait` 只管等待；`await task` 取结果，任务里抛出的异常也就在这里抛出来。
"""

import asyncio


async def save() -> None:
    await asyncio.sleep(1)
    raise OSError("disk full")


async def main() -> None:
    task = asyncio.create_task(save())
    try:
        await task
        print("saved")
    except OSError:
        print("not saved")


asyncio.run(main())
