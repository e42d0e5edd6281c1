"""If the signal comes before anybody waits, it is lost, and the waiter waits for ever. Lose no signal.

如果还没有人等，信号就来了，它会丢掉，等的人就永远等下去。让信号不会丢。
"""

import asyncio


async def wait(condition: asyncio.Condition) -> None:
    async with condition:
        await condition.wait()
        print("woken")


async def signal(condition: asyncio.Condition) -> None:
    async with condition:
        print("signal")
        condition.notify()


async def main() -> None:
    condition = asyncio.Condition()
    await asyncio.gather(wait(condition), signal(condition))


asyncio.run(main())

# Goal: no deadlock
# Goal: order "signal" "woken"
# Schedules: clock
# Keep: asyncio.gather
# Rule: rule-condition-look-again
