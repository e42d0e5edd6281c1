"""A failed task keeps its error until somebody asks for it; when nobody can any more, the loop reports it.

任务失败后把异常留着，等人来取；再也没有人能取了，事件循环就报告出来。
"""

import asyncio
import gc


async def save() -> None:
    raise OSError("disk full")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda _, context: print(f"loop: {context['message']} {context['exception']!r}")
    )

    task = asyncio.create_task(save())
    await asyncio.wait([task])  # raises nothing
    print("main: the task has failed, and all is quiet")
    del task  # nobody can ask any more
    gc.collect()
    print("main: goes on")


asyncio.run(main())

# Output:
# main: the task has failed, and all is quiet
# loop: Task exception was never retrieved OSError('disk full')
# main: goes on
