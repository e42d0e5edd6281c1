"""A time limit that passes while the thread is held comes late, and not at all if the block ends without suspending.

线程被占住时过了时限，超时就会迟到；块要是不挂起就结束，超时根本不来。
"""

import asyncio
import time


async def main() -> None:
    async with asyncio.timeout(0.02) as limit:
        time.sleep(0.05)  # holds the thread
        print("first: still here after the time limit")
    print("first: expired:", limit.expired())

    try:
        async with asyncio.timeout(0.02):
            time.sleep(0.05)
            print("second: still here after the time limit")
            await asyncio.Event().wait()  # would wait for ever
    except TimeoutError:
        print("second: TimeoutError, when it suspends")


asyncio.run(main())

# Output:
# first: still here after the time limit
# first: expired: False
# second: still here after the time limit
# second: TimeoutError, when it suspends
