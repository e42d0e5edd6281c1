"""A semaphore lets two requests out at the same time; whoever comes third waits until one is over.

信号量同一时刻只放行两个请求；第三个要等其中一个结束。
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
    polite = asyncio.Semaphore(2)

    async def visit(page: str) -> None:
        async with polite:
            links = await ask(page)
        for link in links:
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
# got /cups
# ask /cakes (2 open)
# got /tea
# got /cakes
# 4 pages
