"""`break` leaves a generator where it is; `aclose` runs its `finally` and waits for it.

`break` 会把生成器留在原处；`aclose` 会执行它的 `finally`，并等它做完。
"""

import asyncio
from collections.abc import AsyncIterator


async def lines() -> AsyncIterator[str]:
    try:
        yield "first"
        yield "second"
    finally:
        await asyncio.sleep(0)
        print("file closed")


async def main() -> None:
    reading = lines()
    async for line in reading:
        print("read", line)
        break
    await reading.aclose()
    print("main goes on")


asyncio.run(main())
