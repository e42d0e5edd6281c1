"""Before Python 3.13 a notification was lost if the task that it woke was cancelled.

在 Python 3.13 之前，被叫醒的任务如果同时被取消，这次通知就丢了。
"""

import asyncio


async def waits(name: str, tea: asyncio.Condition) -> None:
    async with tea:
        await tea.wait()
        print(f"{name}: has tea")


async def main() -> None:
    tea = asyncio.Condition()
    first = asyncio.create_task(waits("first", tea))
    second = asyncio.create_task(waits("second", tea))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with tea:
        tea.notify()  # one cup, for one of them
        first.cancel()
    await asyncio.wait([first, second], timeout=0.1)
    print(f"first is cancelled: {first.cancelled()}")
    print(f"second still waits: {not second.done()}")


asyncio.run(main())

# Output:
# first is cancelled: True
# second still waits: True
# Output (3.13+):
# second: has tea
# first is cancelled: True
# second still waits: False
