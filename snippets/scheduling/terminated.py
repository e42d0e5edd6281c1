"""SIGTERM becomes a cancellation once it has a handler: main cleans up, as it does after Ctrl-C.

给 SIGTERM 装上处理函数，它就成了一次取消：main 照样清理，和 Ctrl-C 之后一样。
"""

import asyncio
import signal


async def main() -> None:
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    assert task is not None
    cancel = task.cancel  # on Unix, loop.add_signal_handler(signal.SIGTERM, cancel) is shorter
    signal.signal(signal.SIGTERM, lambda *_: loop.call_soon_threadsafe(cancel))
    try:
        signal.raise_signal(signal.SIGTERM)  # what `kill` and `docker stop` send
        print("main: still in its turn")
        await asyncio.sleep(1)
        print("main: never printed")
    finally:
        await asyncio.sleep(0)
        print("main: closed")


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("program: ends in good order")

# Output:
# main: still in its turn
# main: closed
# program: ends in good order
