"""A task that cancels itself runs on until an `await` suspends it; those that suspend nobody raise nothing.

任务取消自己之后照样往下走，直到某个 `await` 真的让它挂起；不挂起的 `await` 什么也不抛。
"""

import asyncio


async def never_suspends() -> str:
    return "tea"


async def work() -> None:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()
    print("work: cancelled itself")
    print("work: got", await never_suspends())
    try:
        await asyncio.sleep(0)
        print("work: never printed")
    finally:
        print("work: stopped at sleep(0)")


async def main() -> None:
    await asyncio.wait([asyncio.create_task(work())])


asyncio.run(main())

# Output:
# work: cancelled itself
# work: got tea
# work: stopped at sleep(0)
