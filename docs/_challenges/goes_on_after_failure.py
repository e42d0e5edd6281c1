"""One part fails, main says so, and only then the other part stops. Have it stopped before main speaks.

一部分失败了，main 报告之后另一部分才停下来。让它在 main 报告之前就停下。
"""

import asyncio


async def fail() -> None:
    await asyncio.sleep(0)
    raise ValueError


async def drive(driving: asyncio.Event) -> None:
    try:
        driving.set()
        await asyncio.sleep(60)
    finally:
        print("stopped")


async def main() -> None:
    driving = asyncio.Event()
    car = drive(driving)
    try:
        await asyncio.gather(car, driving.wait(), fail())
    except ValueError:
        print("failed")


asyncio.run(main())

# Goal: order "stopped" "failed"
# Keep: async def drive
# Keep: await asyncio.sleep(0)
# Rule: rule-gather-failure
