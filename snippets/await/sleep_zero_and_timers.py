"""sleep(0) goes behind what is queued, not behind what is due: a due timer runs after two, a sleeper after three.

sleep(0) 排在已入队的后面，不是排在已到期的后面：到期的定时器要等两次，睡眠者要等三次。
"""

import asyncio
import time


async def sleeper() -> None:
    await asyncio.sleep(0.01)
    print("sleeper: wakes")


async def main() -> None:
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)  # the sleeper sets its timer
    asyncio.get_running_loop().call_later(0.01, print, "timer: fires")
    time.sleep(0.05)  # both are due now
    for number in (1, 2, 3):
        print(f"main: sleep(0), number {number}")
        await asyncio.sleep(0)
    print("main: goes on")
    await task


asyncio.run(main())

# Output:
# main: sleep(0), number 1
# main: sleep(0), number 2
# timer: fires
# main: sleep(0), number 3
# sleeper: wakes
# main: goes on
