"""A left-over task that fails while it closes is reported by the loop; asyncio.run() returns as if nothing happened.

剩下的任务在收尾时出错，由循环报告；asyncio.run() 照常返回，就像什么都没发生。
"""

import asyncio


async def serve(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.Event().wait()
    finally:
        print("serve: closing")
        raise OSError("disk full")


async def main() -> str:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: print("loop:", context["message"]))

    ready = asyncio.Event()
    tasks.append(asyncio.create_task(serve(ready)))
    await ready.wait()
    return "result"


tasks: list[asyncio.Task[None]] = []
try:
    print("program:", asyncio.run(main()))
except OSError:
    print("program: disk full")

# Output:
# serve: closing
# loop: unhandled exception during asyncio.run() shutdown
# program: result
