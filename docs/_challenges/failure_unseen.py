"""Saving fails, and main says that all is well. Have it notice the failure in every schedule.

保存失败了，main 却说一切正常。让它在每种调度方案下都能发现失败。
"""

import asyncio


async def save() -> None:
    await asyncio.sleep(1)
    raise OSError("disk full")


async def main() -> None:
    task = asyncio.create_task(save())
    try:
        await asyncio.wait([task])
        print("saved")
    except OSError:
        print("not saved")


asyncio.run(main())

# Goal: never "saved"
# Goal: order "not saved"
# Keep: async def save
# Keep: asyncio.create_task(save())
# Rule: rule-never-retrieved
