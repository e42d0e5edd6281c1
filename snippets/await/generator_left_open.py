"""A generator that is still referred to stays open until asyncio.run() closes it, after main and every task.

还有引用的生成器一直开着，直到 asyncio.run() 来关闭它：在 main 和所有任务之后。
"""

import asyncio
from collections.abc import AsyncIterator


async def rows() -> AsyncIterator[int]:
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("rows: closed")


async def wait_for_ever(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.Event().wait()
    finally:
        print("task: cancelled")


async def main() -> None:
    ready = asyncio.Event()
    kept.append(asyncio.create_task(wait_for_ever(ready)))
    await ready.wait()
    kept.append(source := rows())
    print("main: got row", await anext(source))
    print("main: returns")


kept: list[object] = []
asyncio.run(main())
print("program: goes on")

# Output:
# main: got row 1
# main: returns
# task: cancelled
# rows: closed
# program: goes on
