"""The program ends before the file is saved. Have it saved in every schedule; time promises nothing.

文件还没存完，程序就结束了。让它在每种调度方案下都存完；时间长短什么都保证不了。
"""

import asyncio


async def save() -> None:
    await asyncio.sleep(2)
    print("saved")


async def main() -> None:
    task = asyncio.create_task(save())
    print("main: working")
    await asyncio.sleep(1)


asyncio.run(main())

# Goal: order "main: working" "saved"
# Keep: async def save
# Keep: task = asyncio.create_task(save())
# Schedules: clock
# Rule: rule-left-over-cancelled
