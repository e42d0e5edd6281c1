"""One sleep(0) lets one pass of the loop run: the other task gets one turn, not time to finish.

一次 sleep(0) 只放行一圈：另一个任务得到一个轮次，而不是足够它跑完的时间。
"""

import asyncio


async def three_steps() -> None:
    for step in (1, 2, 3):
        print(f"other: step {step}")
        await asyncio.sleep(0)


async def main() -> None:
    task = asyncio.create_task(three_steps())
    await asyncio.sleep(0)
    print("main: after one sleep(0)")
    await asyncio.sleep(0)
    print("main: after two")
    await task


asyncio.run(main())

# Output:
# other: step 1
# main: after one sleep(0)
# other: step 2
# main: after two
# other: step 3
