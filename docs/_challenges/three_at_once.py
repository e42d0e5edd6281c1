"""The bridge bears two, and three walk over it at once. Never let there be three.

桥上只能承受两个人，却同时走了三个。绝不能让三个人同时在桥上。
"""

import asyncio

on_bridge = 0


async def cross() -> None:
    global on_bridge
    on_bridge += 1
    print("on the bridge:", on_bridge)
    await asyncio.sleep(0)
    on_bridge -= 1


async def walk() -> None:
    await cross()


async def main() -> None:
    await asyncio.gather(walk(), walk(), walk())
    print("all are over")


asyncio.run(main())

# Goal: never "on the bridge: 3"
# Goal: always "all are over"
# Keep: async def cross
# Keep: await cross()
# Keep: async def main
# Rule: rule-semaphore-in-order
