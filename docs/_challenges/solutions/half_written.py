"""What belongs together is written with no `await` in between; then everybody sees both or neither.

属于一起的，写的时候中间不放 `await`；别人看到的要么都是新的，要么都是旧的。
"""

import asyncio

hour, minute = 9, 0


async def set_clock() -> None:
    global hour, minute
    await asyncio.sleep(0)  # reaches for the other hand
    hour = 10
    minute = 30


async def read_clock() -> None:
    print(f"{hour}:{minute:02}")


async def main() -> None:
    await asyncio.gather(set_clock(), read_clock())


asyncio.run(main())
