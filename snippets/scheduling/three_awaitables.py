"""A coroutine, a task and a future: `await` takes all three and gives back their result.

协程、任务和 Future：三者都能 `await`，拿回来的都是结果。
"""

import asyncio


async def answer(text: str) -> str:
    print(f"{text}: runs")
    return text


async def main() -> None:
    loop = asyncio.get_running_loop()
    coroutine = answer("coroutine")
    task = asyncio.create_task(answer("task"))
    future: asyncio.Future[str] = loop.create_future()
    loop.call_soon(future.set_result, "future")
    print("main: nothing has run yet")

    print("result:", await future)
    print("result:", await task)
    print("result:", await coroutine)


asyncio.run(main())

# Output:
# main: nothing has run yet
# task: runs
# result: future
# result: task
# coroutine: runs
# result: coroutine
