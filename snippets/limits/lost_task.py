"""A task that nothing refers to can be thrown away before it is finished.

没有任何引用的任务，可能没做完就被回收。
"""

import asyncio
import gc


async def wait_for_ever() -> None:
    await asyncio.Event().wait()


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: print("loop:", context["message"]))

    asyncio.create_task(wait_for_ever())  # nobody keeps what this returns
    kept = asyncio.create_task(wait_for_ever())
    await asyncio.sleep(0)
    gc.collect()
    print("main: collected; the kept task is done:", kept.done())


asyncio.run(main())

# Output:
# loop: Task was destroyed but it is pending!
# main: collected; the kept task is done: False
