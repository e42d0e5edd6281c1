"""time.sleep() stops every task of the loop; asyncio.sleep() stops only its own.

time.sleep() 让循环里的所有任务都停住；asyncio.sleep() 只让自己的任务停住。
"""

import asyncio
import time


async def bell() -> None:
    await asyncio.sleep(0.05)
    print("bell: rings, due after 0.05 s")


async def wait_politely() -> None:
    ringing = asyncio.create_task(bell())
    await asyncio.sleep(0.35)
    print("asyncio.sleep(0.35) is over")
    await ringing


async def wait_rudely() -> None:
    ringing = asyncio.create_task(bell())
    await asyncio.sleep(0)  # the bell sets its timer
    time.sleep(0.1)
    print("time.sleep(0.1) is over")
    await ringing


asyncio.run(wait_politely())
asyncio.run(wait_rudely())

# Output:
# bell: rings, due after 0.05 s
# asyncio.sleep(0.35) is over
# time.sleep(0.1) is over
# bell: rings, due after 0.05 s
