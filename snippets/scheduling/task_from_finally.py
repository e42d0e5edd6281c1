"""A task that is created while asyncio.run() clears up is not among those it cancels, and is cut off.

asyncio.run() 收尾期间才创建的任务，不在它取消的那批里，会被拦腰截断。
"""

import asyncio


async def say_goodbye() -> None:
    print("goodbye: begins")
    await asyncio.sleep(0.05)
    print("goodbye: sent")


async def serve(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.Event().wait()
    finally:
        tasks.append(asyncio.create_task(say_goodbye()))
        print("serve: closed")


async def main() -> None:
    ready = asyncio.Event()
    tasks.append(asyncio.create_task(serve(ready)))
    await ready.wait()
    print("main: returns")


tasks: list[asyncio.Task[None]] = []
asyncio.run(main())
print("program: cancelled", [task.cancelled() for task in tasks])
print("program: done", [task.done() for task in tasks])

# Output:
# main: returns
# serve: closed
# goodbye: begins
# program: cancelled [True, False]
# program: done [True, False]
