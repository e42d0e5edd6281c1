"""Who comes last to a barrier does not wait and goes on first; the others follow in the order in which they came.

最后到达屏障的不用等，最先往下走；其余的按到达的先后跟上。
"""

import asyncio


async def hike(name: str, bridge: asyncio.Barrier) -> None:
    print(f"{name}: at the bridge")
    place = await bridge.wait()
    print(f"{name}: crosses, came as number {place}")


async def main() -> None:
    bridge = asyncio.Barrier(3)
    await asyncio.gather(hike("fox", bridge), hike("hare", bridge), hike("snail", bridge))


asyncio.run(main())

# Output:
# fox: at the bridge
# hare: at the bridge
# snail: at the bridge
# snail: crosses, came as number 2
# fox: crosses, came as number 0
# hare: crosses, came as number 1
