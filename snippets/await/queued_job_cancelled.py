"""A job that still waits for a free thread can be cancelled: it never starts.

还在等空闲线程的工作可以取消：它根本不会开始。
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def job(name: str, go_on: threading.Event) -> str:
    go_on.wait()
    print(f"thread: {name} runs")
    return name


async def main() -> None:
    loop = asyncio.get_running_loop()
    go_on = threading.Event()
    with ThreadPoolExecutor(max_workers=1) as pool:
        running = loop.run_in_executor(pool, job, "first", go_on)
        queued = loop.run_in_executor(pool, job, "second", go_on)
        queued.cancel()
        await asyncio.sleep(0)  # the cancellation reaches the pool
        go_on.set()
        print("loop: got", await running)
    print("loop: second was cancelled:", queued.cancelled())


asyncio.run(main())

# Output:
# thread: first runs
# loop: got first
# loop: second was cancelled: True
