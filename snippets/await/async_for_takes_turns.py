"""`async for` does not fetch ahead: the generator stands still while the body of the loop waits.

`async for` 不会提前取下一项：循环体等待的时候，生成器停着不动。
"""

import asyncio
from collections.abc import AsyncIterator


async def fetch() -> AsyncIterator[int]:
    for number in (1, 2):
        print("fetching", number)
        await asyncio.sleep(0.02)
        yield number


async def main() -> None:
    async for number in fetch():
        await asyncio.sleep(0.05)
        print("    saved", number)


asyncio.run(main())

# Output:
# fetching 1
#     saved 1
# fetching 2
#     saved 2
