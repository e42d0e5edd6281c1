"""Cancelling the crawl cancels every task of its group; when it has ended, no request is open.

取消整个爬取，任务组里的任务都被取消；等它结束，一个请求也没有开着。
"""

import asyncio

LINKS = {"/": ["/tea", "/cakes"], "/tea": [], "/cakes": []}
SECONDS = {"/": 0.02, "/tea": 5, "/cakes": 5}
requests: list[str] = []


async def ask(page: str) -> list[str]:
    requests.append(page)
    print(f"ask {page}")
    try:
        await asyncio.sleep(SECONDS[page])  # the server and the network
    finally:
        requests.remove(page)
    print(f"got {page}")
    return LINKS[page]


async def crawl(first: str) -> None:
    async def visit(page: str) -> None:
        for link in await ask(page):
            group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(first))
    print("all pages are there")


async def main() -> None:
    crawler = asyncio.create_task(crawl("/"))
    await asyncio.sleep(0.2)
    crawler.cancel()
    print(f"cancel: {len(requests)} open")
    await asyncio.wait([crawler])
    print(f"cancelled {crawler.cancelled()}: {len(requests)} open")


asyncio.run(main())

# Output:
# ask /
# got /
# ask /tea
# ask /cakes
# cancel: 2 open
# cancelled True: 0 open
