"""The report is called, but it never runs. Have it printed before the end.

调用了 report()，报告却从来没有打印。让它在结束之前打印出来。
"""

import asyncio


async def report() -> None:
    await asyncio.sleep(1)
    print("report")


async def main() -> None:
    report()
    print("end")


asyncio.run(main())

# Goal: order "report" "end"
# Keep: async def report
# Rule: rule-calling-builds
