"""Ann and Bob arrive, then they eat. Have nobody eat before both are there, however long the way is.

Ann 和 Bob 先到场，再开饭。不管路上多久，人没到齐谁都不能先吃。
"""

import asyncio


async def guest(name: str, way: float) -> None:
    await asyncio.sleep(way)
    print(name, "is there")
    print(name, "eats")


async def main() -> None:
    await asyncio.gather(guest("Ann", 1), guest("Bob", 2))


asyncio.run(main())

# Goal: before "Ann is there" "Bob eats"
# Goal: before "Bob is there" "Ann eats"
# Goal: lines "Ann is there" "Ann eats" "Bob is there" "Bob eats"
# Keep: asyncio.gather
# Keep: await asyncio.sleep(way)
# Schedules: clock
# Rule: rule-barrier-last-first
