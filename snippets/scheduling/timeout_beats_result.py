"""The result comes before the time limit, but the thread is held until both are past: the limit wins.

结果来得比时限早，可线程被占住，等腾出来时两者都过了：赢的是时限。
"""

import asyncio
import time


async def holds_the_thread() -> None:
    time.sleep(0.1)  # the sleep and the time limit are both over


async def limited(name: str) -> None:
    try:
        async with asyncio.timeout(0.05):
            print(f"{name}: got", await asyncio.sleep(0.02, "tea"))
    except TimeoutError:
        print(f"{name}: TimeoutError")


async def main() -> None:
    await limited("free thread")

    task = asyncio.create_task(holds_the_thread())
    await limited("held thread")
    await task


asyncio.run(main())

# Output:
# free thread: got tea
# held thread: TimeoutError
