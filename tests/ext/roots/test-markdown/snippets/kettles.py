"""Two kettles boil.

两只水壶烧水。
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
# ~a small: on
# ~b large: on
# small: whistles
# large: whistles
