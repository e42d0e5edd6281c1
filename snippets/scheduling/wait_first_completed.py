"""`wait()` gives back two sets, raises nothing and cancels nothing.

`wait()` 交回两个集合：不抛异常，也不取消任何任务。
"""

import asyncio


async def fails() -> None:
    raise ValueError("no water")


async def waits(release: asyncio.Event) -> None:
    await release.wait()
    print("waits: released")


async def main() -> None:
    release = asyncio.Event()
    tasks = {
        asyncio.create_task(fails(), name="fails"),
        asyncio.create_task(waits(release), name="waits"),
    }
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        print("done:", task.get_name(), repr(task.exception()))
    for task in pending:
        print("pending:", task.get_name())

    release.set()
    await asyncio.wait(pending)


asyncio.run(main())

# Output:
# done: fails ValueError('no water')
# pending: waits
# waits: released
