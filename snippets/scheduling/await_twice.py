"""A task and a future keep their result; a coroutine can be awaited only once.

任务和 Future 会留住结果；协程只能等待一次。
"""

import asyncio


async def work() -> str:
    return "done"


async def main() -> None:
    task = asyncio.create_task(work())
    print("task, first time:", await task)
    print("task, second time:", await task)

    coroutine = work()
    print("coroutine, first time:", await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print("coroutine, second time:", error)


asyncio.run(main())

# Output:
# task, first time: done
# task, second time: done
# coroutine, first time: done
# coroutine, second time: cannot reuse already awaited coroutine
