"""Two readers want the same book, and it is fetched twice. Have it fetched once, and given to both.

两个读者要同一本书，结果取了两次。只取一次，两人都拿到。
"""

import asyncio

shelf: dict[str, str] = {}


async def fetch(title: str) -> str:
    print("fetch", title)
    await asyncio.sleep(0)
    return title.upper()


async def read(name: str, title: str) -> None:
    if title not in shelf:
        shelf[title] = await fetch(title)
    print(name, "reads", shelf[title])


async def main() -> None:
    await asyncio.gather(read("Ann", "tao"), read("Bob", "tao"))


asyncio.run(main())

# Goal: lines "fetch tao" "Ann reads TAO" "Bob reads TAO"
# Keep: async def fetch
# Keep: async def main
# Rule: rule-check-and-set
