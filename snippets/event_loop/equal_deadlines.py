"""Three timers with exactly the same deadline: all fire, in an order that nobody promises.

三个到期时间完全相同的定时器：都会触发，先后却没有人保证。
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.05
    for name in ("A", "B", "C"):
        loop.call_at(when, print, f"timer {name}")
    await asyncio.sleep(0.1)
    print("main: done")


asyncio.run(main())

# Output:
# ~ timer A
# ~ timer C
# ~ timer B
# main: done
