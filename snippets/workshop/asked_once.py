"""A page is looked up and written down in the same turn, so that no schedule asks for it twice.

查一页和记一页在同一个轮次里，所以怎么调度都不会要第二次。
"""

import asyncio

LINKS = {"/": ["/tea", "/cups"], "/tea": ["/cups"], "/cups": ["/"]}
SECONDS = {"/": 0.02, "/tea": 0.15, "/cups": 0.03}
requests: list[str] = []


async def ask(page: str) -> list[str]:
    requests.append(page)
    await asyncio.sleep(SECONDS[page])
    return LINKS[page]


async def crawl(first: str) -> None:
    found: dict[str, list[str]] = {}

    async def visit(page: str) -> None:
        if page in found:
            return
        found[page] = []
        found[page] = await ask(page)
        for link in found[page]:
            group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(first))


asyncio.run(crawl("/"))
for page in LINKS:
    print(f"requests for {page}: {requests.count(page)}")

# Output:
# requests for /: 1
# requests for /tea: 1
# requests for /cups: 1
