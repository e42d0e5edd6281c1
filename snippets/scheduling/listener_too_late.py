"""What a new task sets up is not there yet when create_task() returns: the bell rings, and nobody hears it.

create_task() 返回时，新任务要准备的东西还没准备好：铃响了，却没有人听见。
"""

import asyncio

listeners: list[asyncio.Future[str]] = []


async def kitchen() -> None:
    heard = asyncio.get_running_loop().create_future()
    listeners.append(heard)
    print("kitchen: listens")
    print("kitchen: hears", await heard)


async def main() -> None:
    task = asyncio.create_task(kitchen())
    print("main: rings, listeners:", len(listeners))
    for heard in listeners:
        heard.set_result("the bell")

    await asyncio.wait({task}, timeout=0.05)
    print("main: the kitchen has heard it:", task.done())


asyncio.run(main())

# Output:
# main: rings, listeners: 0
# kitchen: listens
# main: the kitchen has heard it: False
