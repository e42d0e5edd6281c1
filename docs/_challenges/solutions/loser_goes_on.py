"""`asyncio.wait` cancels nobody; who has lost is cancelled by whoever does not need him any more.

`asyncio.wait` 不会取消任何任务；不再需要的，要自己取消。
"""

import asyncio


async def server(name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(name, "answers")


async def main() -> None:
    fast = asyncio.create_task(server("fast", 1))
    slow = asyncio.create_task(server("slow", 2))
    await asyncio.wait([fast, slow], return_when=asyncio.FIRST_COMPLETED)
    slow.cancel()
    print("main has an answer")
    await asyncio.sleep(3)


asyncio.run(main())
