"""The cook hopes that two seconds are enough for the shopping. Let an order hold that no clock decides.

厨师指望两秒钟足够把菜买回来。让先后顺序不再由时钟决定。
"""

import asyncio


async def shop() -> None:
    await asyncio.sleep(1)
    print("shopping is done")


async def cook() -> None:
    await asyncio.sleep(2)
    print("cooking")


async def main() -> None:
    await asyncio.gather(cook(), shop())


asyncio.run(main())

# Goal: order "shopping is done" "cooking"
# Keep: asyncio.gather
# Keep: await asyncio.sleep(1)
# Keep: await asyncio.sleep(2)
# Schedules: clock
# Rule: rule-deadline-order
