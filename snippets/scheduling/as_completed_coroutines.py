"""Bare coroutines given to `as_completed()` start in no fixed order: they go through a set.

直接把协程交给 `as_completed()`，谁先开始没有定数：中间经过了一个集合。
"""

import asyncio


async def boil(name: str) -> None:
    print(f"{name}: on")


async def main() -> None:
    kettles = [boil("large"), boil("middle"), boil("small")]
    for earliest in asyncio.as_completed(kettles):
        await earliest
    print("main: all ready")


asyncio.run(main())

# Output:
# ~ large: on
# ~ middle: on
# ~ small: on
# main: all ready
