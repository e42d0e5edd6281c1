"""asyncio.run() refuses to start inside a running loop; there, `await` does what is wanted.

循环正在运行时，asyncio.run() 拒绝再启动一个；这时候该用的是 `await`。
"""

import asyncio


async def load() -> str:
    return "data"


async def main() -> None:
    coroutine = load()
    try:
        print(asyncio.run(coroutine))
    except RuntimeError as error:
        print("main:", error)
    print("main: awaited:", await coroutine)


asyncio.run(main())

# Output:
# main: asyncio.run() cannot be called from a running event loop
# main: awaited: data
