"""Each page has a time limit of its own, which begins when it is asked for; one that is late costs only itself.

每一页有自己的时限，从真正去要的时候算起；哪一页迟到，丢的只是那一页。
"""

import asyncio

LINKS = {"/": ["/tea", "/cakes"], "/tea": ["/green"], "/cakes": [], "/green": []}
SECONDS = {"/": 0.02, "/tea": 0.06, "/cakes": 5, "/green": 0.03}
requests: list[str] = []  # the pages that are being waited for


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
    seen = [first]
    polite = asyncio.Semaphore(1)

    async def visit(page: str) -> None:
        links: list[str] = []
        async with polite:
            try:
                async with asyncio.timeout(0.3):
                    links = await ask(page)
            except TimeoutError:
                print(f"gave up {page}")
        for link in links:
            if link not in seen:
                seen.append(link)
                group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(first))
    print(f"{len(seen)} pages, {len(requests)} open")


asyncio.run(crawl("/"))

# Output:
# ask /
# got /
# ask /tea
# got /tea
# ask /cakes
# gave up /cakes
# ask /green
# got /green
# 4 pages, 0 open
