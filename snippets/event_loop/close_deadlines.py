"""asyncio fires overdue timers by deadline, to the nanosecond; uvloop rounds deadlines to milliseconds.

asyncio 按到期时间触发逾期的定时器，精确到纳秒；uvloop 把到期时间取整到毫秒。
"""

import asyncio
import time


async def main() -> None:
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_at(now + 0.1004, print, "asked for first, due at 100.4 ms")
    loop.call_at(now + 0.0996, print, "asked for second, due at 99.6 ms")
    time.sleep(0.15)  # both are overdue
    await asyncio.sleep(0.01)


asyncio.run(main())

# Output:
# asked for second, due at 99.6 ms
# asked for first, due at 100.4 ms
