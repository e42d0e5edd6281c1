"""Two nested time limits are over before the task can run: the inner one was first, yet the outer one raises.

任务还没轮到，内外两层时限就都过了：内层先到期，抛出 `TimeoutError` 的却是外层。
"""

import asyncio
import time


async def holds_the_thread() -> None:
    time.sleep(0.1)  # both time limits pass


async def main() -> None:
    task = asyncio.create_task(holds_the_thread())
    try:
        async with asyncio.timeout(0.05) as outer:
            try:
                async with asyncio.timeout(0.02) as inner:
                    await asyncio.Event().wait()  # would wait for ever
            except TimeoutError:
                print("inner: TimeoutError")
    except TimeoutError:
        print("outer: TimeoutError")
    print("expired: inner", inner.expired(), "outer", outer.expired())
    await task


asyncio.run(main())

# Output:
# outer: TimeoutError
# expired: inner True outer True
