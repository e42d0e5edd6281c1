# Kind: lost_update
# Right: two outcomes: 1 (asyncio) and 2; the augmented assignment reads before it waits.
# Marks: queue
# Outcomes: 2
import asyncio


class Page:
    hits = 0


async def one():
    await asyncio.sleep(0)
    return 1


async def hit(page):
    page.hits += await one()


async def main():
    page = Page()
    await asyncio.gather(hit(page), hit(page))
    print("hits", page.hits)


asyncio.run(main())
