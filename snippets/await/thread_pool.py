"""A blocking wait in a worker thread leaves the loop free: here the loop itself ends the wait.

把阻塞的等待放到工作线程里，事件循环就空出来了：这里正是循环自己结束了那次等待。
"""

import asyncio
import threading


def wait_for_tea(kettle: threading.Event, cups: int) -> str:
    kettle.wait()  # would stop the loop if it ran in the loop's thread
    return f"{cups} cups of tea"


async def main() -> None:
    loop = asyncio.get_running_loop()
    kettle = threading.Event()
    job = loop.run_in_executor(None, wait_for_tea, kettle, 2)
    await asyncio.sleep(0.05)
    print("loop: still running while the thread waits")
    kettle.set()
    print("loop: got", await job)


asyncio.run(main())

# Output:
# loop: still running while the thread waits
# loop: got 2 cups of tea
