"""The same function runs twice: once as a task, once awaited directly.

同一个函数运行两次：一次作为任务，一次直接等待。
"""

import asyncio


async def greet(name: str) -> None:
    print(f"{name}: hello")
    await asyncio.sleep(0)
    print(f"{name}: goodbye")


async def main() -> None:
    task = asyncio.create_task(greet("task"))
    await greet("awaited")
    await task
    print("main: done")


asyncio.run(main())

# Output:
# awaited: hello
# task: hello
# awaited: goodbye
# task: goodbye
# main: done
