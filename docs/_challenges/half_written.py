"""The hands of a clock are set one after the other, and somebody reads 10:00 in between. Make that impossible.

表针一根一根地拨，有人在中间读到了 10:00。让这种情况不可能发生。
"""

import asyncio

hour, minute = 9, 0


async def set_clock() -> None:
    global hour, minute
    hour = 10
    await asyncio.sleep(0)  # reaches for the other hand
    minute = 30


async def read_clock() -> None:
    print(f"{hour}:{minute:02}")


async def main() -> None:
    await asyncio.gather(set_clock(), read_clock())


asyncio.run(main())

# Goal: never "10:00"
# Goal: never "9:30"
# Schedules: clock
# Keep: async def read_clock
# Keep: await asyncio.gather(set_clock(), read_clock())
# Keep: hour = 10
# Keep: await asyncio.sleep(0)
# Keep: minute = 30
# Rule: rule-run-to-the-end
