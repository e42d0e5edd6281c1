"""A time limit that nobody catches is an error like others: the group cancels the pages that are still on their way.

没人接住的超时和别的异常一样：任务组把还在路上的页面全都取消。
"""

import asyncio

SECONDS = {"/tea": 0.03, "/cakes": 5, "/green": 0.5}
LIMIT = {"/tea": 1, "/cakes": 0.15, "/green": 1}


async def ask(page: str) -> None:
    try:
        await asyncio.sleep(SECONDS[page])
        print(f"got {page}")
    except asyncio.CancelledError:
        print(f"lost {page}")
        raise


async def visit(page: str) -> None:
    async with asyncio.timeout(LIMIT[page]):
        await ask(page)


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for page in SECONDS:
                group.create_task(visit(page))
    except* TimeoutError as late:
        print(f"{len(late.exceptions)} late, all is over")


asyncio.run(main())

# Output:
# got /tea
# lost /cakes
# lost /green
# 1 late, all is over
