"""Timers fire by deadline, whatever the order in which they were set.

定时器按到期时间触发，与设置的先后无关。
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.15, done.set_result, None)
    loop.call_later(0.10, print, "set second, due at 0.10 s")
    loop.call_later(0.05, print, "set third, due at 0.05 s")
    await done
    print("set first, due at 0.15 s")


asyncio.run(main())

# Output:
# set third, due at 0.05 s
# set second, due at 0.10 s
# set first, due at 0.15 s
