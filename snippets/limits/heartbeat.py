"""A heartbeat measures from inside how late the loop is: it asks for 50 ms and sees what it got.

心跳从里面测量循环迟到了多少：要了 50 毫秒，看看实际过了多久。
"""

import asyncio
import time

PERIOD = 0.05


async def watch() -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + PERIOD
        await asyncio.sleep(PERIOD)
        late = loop.time() - due
        if late > 0.1:
            print("heartbeat: the loop was held for more than 100 ms")


async def load_report() -> None:
    print("report: reading")
    time.sleep(0.25)  # blocks
    print("report: read")


async def main() -> None:
    heart = asyncio.create_task(watch())
    await asyncio.sleep(0)  # the heart begins to wait
    await load_report()
    await asyncio.sleep(0.02)
    heart.cancel()
    print("main: done")


asyncio.run(main())

# Output:
# report: reading
# report: read
# heartbeat: the loop was held for more than 100 ms
# main: done
