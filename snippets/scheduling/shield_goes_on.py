"""`shield()` protects the inner task, not the waiter: he gets `CancelledError` now, the task goes on.

`shield()` 护住的是里面的任务，不是等待者：等待者当场收到 `CancelledError`，任务照常进行。
"""

import asyncio


async def save() -> str:
    print("save: starts")
    await asyncio.sleep(0.05)
    print("save: done")
    return "saved"


async def waiter(task: asyncio.Task[str]) -> None:
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("waiter: CancelledError, save is done:", task.done())
        raise


async def main() -> None:
    saving = asyncio.create_task(save())
    waiting = asyncio.create_task(waiter(saving))
    await asyncio.sleep(0.02)
    waiting.cancel()
    print("main: got", await saving)


asyncio.run(main())

# Output:
# save: starts
# waiter: CancelledError, save is done: False
# save: done
# main: got saved
