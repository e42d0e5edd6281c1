"""A crawler that awaits one page after the other has one open request, however many links it has found.

爬虫一页一页地等，不管找到多少链接，始终只有一个请求开着。
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
    for page in seen:  # the list grows on the way
        for link in await ask(page):
            if link not in seen:
                seen.append(link)
    print(f"{len(seen)} pages")


asyncio.run(crawl("/"))

# Output:
# ask / (1 open)
# got /
# ask /tea (1 open)
# got /tea
# ask /cups (1 open)
# got /cups
# ask /cakes (1 open)
# got /cakes
# 4 pages
