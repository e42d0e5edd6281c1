"""When main returns, asyncio.run() cancels the task that is left and waits until its `finally` is over.

main 返回后，asyncio.run() 取消剩下的任务，并等它的 `finally` 做完。
"""

import asyncio


async def serve(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.sleep(3600)
        print("serve: an hour later")
    finally:
        print("serve: closing")
        await asyncio.sleep(0.05)
        print("serve: closed")


async def main() -> str:
    ready = asyncio.Event()
    task = asyncio.create_task(serve(ready))
    await ready.wait()
    print("main: returns, and serve is done:", task.done())
    return "result"


print("program:", asyncio.run(main()))

# Output:
# main: returns, and serve is done: False
# serve: closing
# serve: closed
# program: result
