"""`aclosing` closes the generator where the block ends, in the task that has the block.

`aclosing` 在代码块结束的地方关闭生成器，就在写着这个代码块的任务里。
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing


async def rows() -> AsyncGenerator[int, None]:
    try:
        for row in (1, 2, 3):
            yield row
    finally:
        await asyncio.sleep(0.01)
        print("    rows: closed")


async def main() -> None:
    async with aclosing(rows()) as source:
        async for row in source:
            print("main: got row", row)
            break
        print("main: the loop is over")
    print("main: the block is over")


asyncio.run(main())

# Output:
# main: got row 1
# main: the loop is over
#     rows: closed
# main: the block is over
