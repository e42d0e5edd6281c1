"""A list may grow while a loop goes through it; a dictionary that grows ends the loop with an error.

列表可以一边遍历一边变长；字典一变长，循环就以异常告终。
"""

import asyncio

LINKS = {"/": ["/tea", "/cups"], "/tea": [], "/cups": []}


async def ask(page: str) -> list[str]:
    print(f"ask {page}")
    await asyncio.sleep(0.02)
    return LINKS[page]


async def crawl(first: str) -> None:
    found: dict[str, list[str]] = {first: []}
    for page in found:
        found[page] = await ask(page)
        print(f"got {page}")
        for link in found[page]:
            found.setdefault(link, [])
    print(f"{len(found)} pages")


try:
    asyncio.run(crawl("/"))
except RuntimeError as error:
    print(error)

# Output:
# ask /
# got /
# dictionary changed size during iteration
