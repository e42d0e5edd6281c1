"""Another thread may not touch the loop, but it may hand it a coroutine and wait for the result.

别的线程不能直接动事件循环，但可以把协程交给它，再等结果。
"""

import asyncio
import threading


async def double(number: int) -> int:
    print("double() runs in:", threading.current_thread().name)
    return number * 2


def worker(loop: asyncio.AbstractEventLoop) -> None:
    try:
        loop.call_soon(print, "never printed")
    except RuntimeError as error:
        print("call_soon:", error)
    handed_in = asyncio.run_coroutine_threadsafe(double(21), loop)
    print("result:", handed_in.result(timeout=30))


async def main() -> None:
    await asyncio.to_thread(worker, asyncio.get_running_loop())


asyncio.run(main(), debug=True)  # debug mode makes the mistake visible

# Output:
# call_soon: Non-thread-safe operation invoked on an event loop other than the current one
# double() runs in: MainThread
# result: 42
