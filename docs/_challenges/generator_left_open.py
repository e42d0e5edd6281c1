"""Main takes one line and leaves, and the file is never closed. Have it closed before main goes on.

main 读了一行就离开，文件一直没有关上。让它在 main 往下走之前关好。
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
    print("main goes on")


asyncio.run(main())

# Goal: order "read first" "file closed" "main goes on"
# Keep: async def lines
# Rule: rule-break-leaves-open
