"""Cancelling the await does not stop the thread; asyncio.run() waits until the job is finished.

取消等待并不会让线程停下；asyncio.run() 会一直等到这项工作做完。
"""

import asyncio
import threading
import time

started = threading.Event()
go_on = threading.Event()


def job() -> None:
    started.set()
    go_on.wait()
    time.sleep(0.05)  # main has returned meanwhile
    print("thread: finished my job all the same")


async def main() -> None:
    task = asyncio.create_task(asyncio.to_thread(job))
    await asyncio.sleep(0)  # the task's first step submits the job
    started.wait()  # the job is running now
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("loop: the await is cancelled")
    go_on.set()


asyncio.run(main())
print("program: asyncio.run() has returned")

# Output:
# loop: the await is cancelled
# thread: finished my job all the same
# program: asyncio.run() has returned
