"""Two callbacks are due at the same time; nothing says which comes first. Have the lid opened before it pours.

两个回调同时到期，谁先谁后没有保证。让盖子先打开，再倒水。
"""

import asyncio


def open_lid(done: asyncio.Future[None]) -> None:
    print("lid open")


def pour(done: asyncio.Future[None]) -> None:
    print("pours")
    done.set_result(None)


async def main() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(1, open_lid, done)
    loop.call_later(1, pour, done)
    await done


asyncio.run(main())

# Goal: order "lid open" "pours"
# Keep: loop.call_later(1, open_lid, done)
# Schedules: clock
# Rule: rule-equal-deadlines
