"""An awaited coroutine runs now, inside its caller's task; a created task runs later, as its own.

直接 `await` 的协程当场就跑，跑在调用者的任务里；`create_task()` 建的任务晚点才跑，自成一个任务。
"""

import asyncio


async def child(how: str) -> None:
    task = asyncio.current_task()
    assert task is not None
    print(f"{how}: runs in task {task.get_name()}")


async def main() -> None:
    created = asyncio.create_task(child("created"), name="child")
    await child("awaited")
    print("main: the awaited one is finished, the created one:", created.done())
    await created
    print("main: and now:", created.done())


async def start() -> None:
    await asyncio.create_task(main(), name="main")


asyncio.run(start())

# Output:
# awaited: runs in task main
# main: the awaited one is finished, the created one: False
# created: runs in task child
# main: and now: True
