"""A task for every page changes nothing as long as each of them is awaited before the next one is created.

给每一页都建一个任务，可是建一个等一个，什么也没有变。
"""

import asyncio

SECONDS = {"/tea": 0.06, "/cups": 0.03}


async def ask(page: str) -> None:
    print(f"ask {page}")
    await asyncio.sleep(SECONDS[page])
    print(f"got {page}")


async def main() -> None:
    for page in SECONDS:
        task = asyncio.create_task(ask(page))
        print(f"task for {page}")
        await task


asyncio.run(main())

# Output:
# task for /tea
# ask /tea
# got /tea
# task for /cups
# ask /cups
# got /cups
