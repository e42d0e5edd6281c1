"""run_in_executor() submits the job when it is called; to_thread() only when its coroutine runs.

run_in_executor() 一调用就提交工作；to_thread() 要等它的协程开始执行才提交。
"""

import asyncio
import threading


def job(name: str, started: threading.Event) -> None:
    print(f"thread: {name} runs")
    started.set()


async def main() -> None:
    loop = asyncio.get_running_loop()
    first, second = threading.Event(), threading.Event()

    future = loop.run_in_executor(None, job, "run_in_executor", first)
    first.wait()  # returns although nothing was awaited: the thread is at work
    print("loop: nothing was awaited so far")
    await future

    coroutine = asyncio.to_thread(job, "to_thread", second)
    print("loop: to_thread has begun:", second.wait(0.05))
    await coroutine


asyncio.run(main())

# Output:
# thread: run_in_executor runs
# loop: nothing was awaited so far
# loop: to_thread has begun: False
# thread: to_thread runs
