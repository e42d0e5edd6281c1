"""The guard is sent home, but goes round once more. Have it say goodbye and be cancelled.

让守卫下班，他却又巡了一圈。让他道别，然后真正被取消。
"""

import asyncio


async def guard(on_duty: asyncio.Event) -> None:
    for number in (1, 2):
        print("round", number)
        on_duty.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            print("goodbye")


async def main() -> None:
    on_duty = asyncio.Event()
    task = asyncio.create_task(guard(on_duty))
    await on_duty.wait()
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())

# Goal: order "round 1" "goodbye" "cancelled: True"
# Keep: async def main
# Keep: await asyncio.sleep(60)
# Rule: rule-cancel-swallowed
