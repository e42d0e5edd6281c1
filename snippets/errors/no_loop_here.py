"""create_task() needs a loop that runs in this thread: in a plain thread, or before asyncio.run(), there is none.

create_task() 要求本线程里有运行中的事件循环；普通线程里没有，asyncio.run() 之前也没有。
"""

import asyncio
import threading


async def refresh() -> None:
    print("refreshed")


def start_a_task(where: str) -> None:
    coroutine = refresh()
    try:
        asyncio.create_task(coroutine)
    except RuntimeError as error:
        coroutine.close()
        print(f"{where}: {error}")


def ask_for_a_loop() -> None:
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(f"get_event_loop: {error}")


async def main() -> None:
    start_a_task("in a coroutine")
    await asyncio.sleep(0)


start_a_task("before asyncio.run()")
thread = threading.Thread(target=ask_for_a_loop, name="worker")
thread.start()
thread.join()
asyncio.run(main())

# Output:
# before asyncio.run(): no running event loop
# get_event_loop: There is no current event loop in thread 'worker'.
# refreshed
