"""`break` does not close an async generator: its `finally` runs later, in a task that the loop makes for it.

`break` 不会关闭异步生成器：它的 `finally` 后来才运行，在循环专门为它创建的任务里。
"""

import asyncio
from collections.abc import AsyncIterator


def in_main() -> bool:
    task = asyncio.current_task()
    return task is not None and task.get_name() == "main"


async def rows() -> AsyncIterator[int]:
    try:
        print("    rows: opened; in main's task:", in_main())
        yield 1
        yield 2
    finally:
        print("    rows: closed; in main's task:", in_main())


async def main() -> None:
    async for row in rows():
        print("main: got row", row)
        break
    print("main: the loop is over")
    await asyncio.sleep(0)
    print("main: one pass later")
    await asyncio.sleep(0)
    print("main: two passes later")


async def start() -> None:
    await asyncio.create_task(main(), name="main")


asyncio.run(start())

# Output:
#     rows: opened; in main's task: True
# main: got row 1
# main: the loop is over
# main: one pass later
#     rows: closed; in main's task: False
# main: two passes later
