"""`time.sleep` holds the thread, and with it the loop; `asyncio.sleep` lets others run.

`time.sleep` 占住线程，事件循环也跟着停住；`asyncio.sleep` 让别人运行。
"""

import asyncio
import time


async def clock() -> None:
    for number in (1, 2):
        await asyncio.sleep(1)
        print("tick", number)


async def report() -> None:
    await asyncio.sleep(5)
    print("report")


async def main() -> None:
    await asyncio.gather(clock(), report())


asyncio.run(main())
