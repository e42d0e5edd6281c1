"""`join()` counts what was put and not yet reported done: a worker that reports before it has put its links ends it early.

`join()` 数的是放进去还没报完工的：工人先报完工、后放链接，它就提前返回。
"""

import asyncio

LINKS = {"/": ["/tea", "/cups"], "/tea": [], "/cups": []}
asked: list[str] = []


async def work(jobs: asyncio.Queue[str]) -> None:
    while True:
        page = await jobs.get()
        asked.append(page)
        await asyncio.sleep(0.02)
        jobs.task_done()
        await asyncio.sleep(0.02)  # reading the page takes a while, too
        for link in LINKS[page]:
            jobs.put_nowait(link)


async def main() -> None:
    jobs: asyncio.Queue[str] = asyncio.Queue()
    jobs.put_nowait("/")
    workers = [asyncio.create_task(work(jobs)) for _ in range(2)]
    await jobs.join()
    print(f"pages: {len(asked)}")
    for worker in workers:
        worker.cancel()
    await asyncio.wait(workers)


asyncio.run(main())

# Output:
# pages: 1
