"""While the report is written, the clock stands still. Have it tick twice before the report is there.

写报告的时候，时钟停了。让它在报告写完之前走两下。
"""

import asyncio
import time


async def clock() -> None:
    for number in (1, 2):
        await asyncio.sleep(1)
        print("tick", number)


async def report() -> None:
    time.sleep(5)
    print("report")


async def main() -> None:
    await asyncio.gather(clock(), report())


asyncio.run(main())

# Goal: order "tick 1" "tick 2" "report"
# Keep: async def clock
# Keep: async def main
# Rule: rule-blocking
