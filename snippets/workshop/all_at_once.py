"""Every link that is new becomes a task, and the group ends when the last task has ended and added no other.

每个新链接都变成一个任务；最后一个任务结束，又没有再添新的，任务组才结束。
"""

import asyncio

LINKS = {"/": ["/tea", "/cups", "/cakes"], "/tea": ["/cups"], "/cups": ["/"], "/cakes": []}
SECONDS = {"/": 0.02, "/tea": 0.06, "/cups": 0.03, "/cakes": 0.15}
requests: list[str] = []  # the pages that are being waited for


async def ask(page: str) -> list[str]:
    requests.append(page)
    print(f"ask {page} ({len(requests)} open)")
    await asyncio.sleep(SECONDS[page])  # the server and the network
    requests.remove(page)
    print(f"got {page}")
    return LINKS[page]


async def crawl(first: str) -> None:
    seen = [first]

    async def visit(page: str) -> None:
        for link in await ask(page):
            if link not in seen:
                seen.append(link)
                group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(first))
    print(f"{len(seen)} pages")


asyncio.run(crawl("/"))

# Output:
# ask / (1 open)
# got /
# ask /tea (1 open)
# ask /cups (2 open)
# ask /cakes (3 open)
# got /cups
# got /tea
# got /cakes
# 4 pages
