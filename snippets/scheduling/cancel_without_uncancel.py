"""A request that was swallowed and not taken back with `uncancel()` returns from Python 3.13 on, once a group fails.

吞掉了取消却没有用 `uncancel()` 撤回，从 Python 3.13 起，任务组一失败，这个请求又会回来。
"""

import asyncio


async def fails() -> None:
    raise ValueError("no water")


async def swallows(name: str, *, takes_back: bool) -> None:
    task = asyncio.current_task()
    assert task is not None
    try:
        await asyncio.Event().wait()  # would wait for ever
    except asyncio.CancelledError:
        if takes_back:
            task.uncancel()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            await asyncio.Event().wait()  # the group cancels this
    except* ValueError:
        print(f"{name}: no water")
    await asyncio.sleep(0)
    print(f"{name}: goes on")


async def main() -> None:
    for name, takes_back in ("with uncancel()", True), ("without", False):
        task = asyncio.create_task(swallows(name, takes_back=takes_back))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        print(f"{name}: cancelled: {task.cancelled()}")


asyncio.run(main())

# Output:
# with uncancel(): no water
# with uncancel(): goes on
# with uncancel(): cancelled: False
# without: no water
# without: goes on
# without: cancelled: False
# Output (3.13+):
# with uncancel(): no water
# with uncancel(): goes on
# with uncancel(): cancelled: False
# without: no water
# without: cancelled: True
