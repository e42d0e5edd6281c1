"""Two kettles heat up at the same time; the smaller one whistles first.

两只水壶同时烧水，小的先响。
"""

import asyncio


async def boil(name: str, seconds: float) -> None:
    print(f"{name}: on")
    await asyncio.sleep(seconds)
    print(f"{name}: whistles")


async def main() -> None:
    await asyncio.gather(boil("small", 0.1), boil("large", 0.2))


asyncio.run(main())

# Output:
# small: on
# large: on
# small: whistles
# large: whistles
