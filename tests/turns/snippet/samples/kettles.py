"""Two kettles boil at once; the smaller one whistles first.

两只水壶同时烧水，小的先响。
"""

import asyncio


async def boil(name, seconds):
    print(f"{name}: on")
    await asyncio.sleep(seconds)
    print(f"{name}: whistles")


async def main():
    await asyncio.gather(boil("small", 0.05), boil("large", 0.1))


asyncio.run(main())

# Output:
# small: on
# large: on
# small: whistles
# large: whistles
