"""`gather()` for each level of the site: no page of the next level is asked for before the slowest one is there.

一层一层地 `gather()`：这一层最慢的一页没到，下一层一页也不会去要。
"""

import asyncio

LINKS = {"/": ["/tea", "/cakes"], "/tea": ["/green"], "/cakes": [], "/green": []}
SECONDS = {"/": 0.02, "/tea": 0.03, "/cakes": 0.1, "/green": 0.02}


async def ask(page: str) -> list[str]:
    print(f"ask {page}")
    await asyncio.sleep(SECONDS[page])
    print(f"got {page}")
    return LINKS[page]


async def crawl(first: str) -> None:
    level = [first]
    while level:
        answers = await asyncio.gather(*(ask(page) for page in level))
        level = [link for links in answers for link in links]


asyncio.run(crawl("/"))

# Output:
# ask /
# got /
# ask /tea
# ask /cakes
# got /tea
# got /cakes
# ask /green
# got /green
