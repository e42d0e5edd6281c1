"""The loop does not alternate: it resumes whoever can go on, here the owl twice before the bear once.

事件循环并不是轮流叫人：谁能继续就恢复谁。这里猫头鹰醒了两次，熊才醒一次。
"""

import asyncio


async def owl() -> None:
    for nap in (1, 2):
        print(f"owl: falls asleep, nap {nap}")
        await asyncio.sleep(0.05)
        print(f"owl: wakes from nap {nap}")


async def bear() -> None:
    print("bear: falls asleep")
    await asyncio.sleep(0.45)
    print("bear: wakes")


async def main() -> None:
    await asyncio.gather(owl(), bear())


asyncio.run(main())

# Output:
# owl: falls asleep, nap 1
# bear: falls asleep
# owl: wakes from nap 1
# owl: falls asleep, nap 2
# owl: wakes from nap 2
# bear: wakes
