"""Since Python 3.13 `async for` over `as_completed()` gives the tasks that were passed.

从 Python 3.13 起，对 `as_completed()` 用 `async for`，得到的就是传进去的那些任务。
"""

import asyncio


async def boil(kettle: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{kettle} boils"


async def main() -> None:
    kettles = [
        asyncio.create_task(boil("large kettle", 0.2), name="large"),
        asyncio.create_task(boil("small kettle", 0.1), name="small"),
    ]
    async for kettle in asyncio.as_completed(kettles):
        print(f"{kettle.get_name()}: {await kettle}, passed by me: {kettle in kettles}")


asyncio.run(main())

# Requires: Python 3.13
# Output:
# small: small kettle boils, passed by me: True
# large: large kettle boils, passed by me: True
