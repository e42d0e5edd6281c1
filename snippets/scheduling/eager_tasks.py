"""With the eager task factory a task starts inside `create_task()`, up to its first suspension.

用了急切任务工厂，任务在 `create_task()` 里当场就开始，一直跑到第一次挂起。
"""

import asyncio


async def child(name: str, *, pauses: bool) -> None:
    print(f"{name}: starts")
    if pauses:
        await asyncio.sleep(0)
    print(f"{name}: ends")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    straight = asyncio.create_task(child("straight", pauses=False))
    print("main: straight is done:", straight.done())
    pausing = asyncio.create_task(child("pausing", pauses=True))
    print("main: pausing is done:", pausing.done())
    await pausing


# asyncio's own loop: uvloop 0.23 does not fit the factory of every Python version
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    runner.run(main())

# Requires: Python 3.12
# Output:
# straight: starts
# straight: ends
# main: straight is done: True
# pausing: starts
# main: pausing is done: False
# pausing: ends
