"""A call only builds the coroutine; `await` runs it, and `main` goes on when it has ended.

调用只会创建协程，`await` 才让它运行；它结束后 `main` 才继续。
"""

import asyncio


async def report() -> None:
    await asyncio.sleep(1)
    print("report")


async def main() -> None:
    await report()
    print("end")


asyncio.run(main())
