"""When main returns, asyncio.run() cancels the task that is left and waits until its `finally` is over.

main 返回后，asyncio.run() 取消剩下的任务，并等它的 `finally` 做完。
"""

import asyncio


async def serve(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.Event().wait()  # for ever
    finally:
        print("serve: closing")
        await asyncio.sleep(0.05)
        print("serve: closed")


async def main() -> str:
    ready = asyncio.Event()
    tasks.append(asyncio.create_task(serve(ready)))
    await ready.wait()
    print("main: returns")
    return "result"


tasks: list[asyncio.Task[None]] = []
print("program:", asyncio.run(main()))

# Output:
# main: returns
# serve: closing
# serve: closed
# program: result
