"""A sleeping task needs one pass more than a timer's callback, so an earlier deadline can print later.

睡眠中的任务比定时器回调多等一圈，所以到期更早的反而可能后打印。
"""

import asyncio
import time


async def sleeper() -> None:
    await asyncio.sleep(0.05)
    print("task: slept until 0.05 s")


async def main() -> None:
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)  # the task starts and sets its timer
    asyncio.get_running_loop().call_later(0.10, print, "callback: due at 0.10 s")
    time.sleep(0.20)  # both deadlines pass while the loop is blocked
    await task


asyncio.run(main())

# Output:
# callback: due at 0.10 s
# task: slept until 0.05 s
