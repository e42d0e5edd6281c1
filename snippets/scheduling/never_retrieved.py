"""The error of a task that nobody awaits is reported when the task object goes, not when the task fails.

没人等待的任务出了错，要到任务对象消失时才有报告，而不是失败的时候。
"""

import asyncio
import gc


async def fail() -> None:
    print("task: fails")
    raise ValueError("no such file")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: print("loop:", context["message"]))

    task = asyncio.create_task(fail())
    await asyncio.wait([task])  # waits, and does not ask for the result
    print("main: the task is done:", task.done())
    del task
    gc.collect()
    print("main: the task is gone")


asyncio.run(main())

# Output:
# task: fails
# main: the task is done: True
# loop: Task exception was never retrieved
# main: the task is gone
