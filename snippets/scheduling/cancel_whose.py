"""`CancelledError` at an `await` means that the awaited task was cancelled, or oneself; `cancelling()` tells which.

`await` 处冒出 `CancelledError`，被取消的可能是等待的任务，也可能是自己；`cancelling()` 能区分。
"""

import asyncio


async def child() -> None:
    try:
        await asyncio.Event().wait()  # would wait for ever
    finally:
        print("child: cancelled")


async def parent(awaited: asyncio.Task[None]) -> None:
    task = asyncio.current_task()
    assert task is not None
    try:
        await awaited
    except asyncio.CancelledError:
        print("parent: CancelledError, own requests:", task.cancelling())


async def main() -> None:
    for who in "child", "parent":
        print(f"main: cancels the {who}")
        awaited = asyncio.create_task(child())
        waiter = asyncio.create_task(parent(awaited))
        await asyncio.sleep(0)
        (awaited if who == "child" else waiter).cancel()
        await asyncio.wait([waiter])


asyncio.run(main())

# Output:
# main: cancels the child
# child: cancelled
# parent: CancelledError, own requests: 0
# main: cancels the parent
# child: cancelled
# parent: CancelledError, own requests: 1
