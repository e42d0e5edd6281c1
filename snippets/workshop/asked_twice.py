"""A page is looked up before an `await` and written down after it: in between, another task may ask for it again.

查一页在 `await` 之前，记一页在 `await` 之后：这中间，别的任务可能又去要一次。
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
