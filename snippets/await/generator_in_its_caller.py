"""A generator has no task of its own: each step runs in the task that asks for the next item.

异步生成器没有自己的任务：谁来要下一项，这一步就在谁的任务里运行。
"""

import asyncio
from collections.abc import AsyncIterator


def who() -> str:
    task = asyncio.current_task()
    return task.get_name() if task else "no task"


async def pages() -> AsyncIterator[str]:
    print("page 1 is made by", who())
    yield "page 1"
    print("page 2 is made by", who())
    yield "page 2"


async def read(book: AsyncIterator[str]) -> None:
    print(who(), "reads", await anext(book))


async def main() -> None:
    book = pages()
    print("main: nothing has run yet")
    await asyncio.create_task(read(book), name="Ann")
    await asyncio.create_task(read(book), name="Bob")
    print("main: left in the book:", [page async for page in book])


asyncio.run(main())

# Output:
# main: nothing has run yet
# page 1 is made by Ann
# Ann reads page 1
# page 2 is made by Bob
# Bob reads page 2
# main: left in the book: []
