"""`break` does not close an async generator: its `finally` runs later, in a task that the loop makes for it.

`break` 不会关闭异步生成器：它的 `finally` 后来才运行，在循环专门为它创建的任务里。
"""

import asyncio
from collections.abc import AsyncIterator


async def rows(closed: asyncio.Event) -> AsyncIterator[int]:
    opened_in = asyncio.current_task()
    try:
        yield 1
        yield 2
    finally:
        same = asyncio.current_task() is opened_in
        print("    rows: closed, in the same task:", same)
        closed.set()


async def main() -> None:
    closed = asyncio.Event()
    async for row in rows(closed):
        print("main: got row", row)
        break
    print("main: the loop is over")
    await asyncio.sleep(0)
    print("main: one pass later")
    await closed.wait()
    print("main: now it is closed")


asyncio.run(main())

# Output:
# main: got row 1
# main: the loop is over
# main: one pass later
#     rows: closed, in the same task: False
# main: now it is closed
