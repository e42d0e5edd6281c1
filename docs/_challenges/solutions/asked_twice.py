"""Between looking and storing stands an `await`; a lock keeps the second reader out until the book is there.

查看和存入之间隔着一个 `await`；用锁让第二个读者等到书取来。
"""

import asyncio

shelf: dict[str, str] = {}
lock = asyncio.Lock()


async def fetch(title: str) -> str:
    print("fetch", title)
    await asyncio.sleep(0)
    return title.upper()


async def read(name: str, title: str) -> None:
    async with lock:
        if title not in shelf:
            shelf[title] = await fetch(title)
    print(name, "reads", shelf[title])


async def main() -> None:
    await asyncio.gather(read("Ann", "tao"), read("Bob", "tao"))


asyncio.run(main())
