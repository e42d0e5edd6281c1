"""`total += await …` reads the total before it waits, and so writes back a number that is out of date.

`total += await …` 先读总数再等待，等写回去的时候，数已经旧了。
"""

import asyncio

LINKS = {"/tea": 3, "/cups": 4}
SECONDS = {"/tea": 0.02, "/cups": 0.06}
total = 0


async def ask(page: str) -> int:
    await asyncio.sleep(SECONDS[page])
    return LINKS[page]


async def visit(page: str) -> None:
    global total
    total += await ask(page)
    print(f"{page}: {total} links so far")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for page in LINKS:
            group.create_task(visit(page))


asyncio.run(main())

# Output:
# /tea: 3 links so far
# /cups: 4 links so far
