"""`asyncio.run` cancels what is left when `main` returns; so `main` waits, and its task begins after the print.

`main` 一返回，`asyncio.run` 就取消剩下的任务；所以 `main` 要等它，并且先打印、后创建任务。
"""

import asyncio


async def save() -> None:
    await asyncio.sleep(2)
    print("saved")


async def main() -> None:
    print("main: working")
    task = asyncio.create_task(save())
    await task


asyncio.run(main())
