"""`wait_for()` cancels what it awaits when the time is up, and then waits until that has cleaned up.

时限到了，`wait_for()` 取消它等待的东西，然后还要等对方清理完。
"""

import asyncio


async def work() -> None:
    try:
        await asyncio.Event().wait()  # would wait for ever
    finally:
        print("work: starts to clean up")
        await asyncio.sleep(0.1)
        print("work: has cleaned up")


async def main() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    task = asyncio.create_task(work())
    try:
        await asyncio.wait_for(task, 0.02)
    except TimeoutError:
        print("main: TimeoutError")
    print("main: at least 0.1 s later:", loop.time() - start >= 0.1)


asyncio.run(main())

# Output:
# work: starts to clean up
# work: has cleaned up
# main: TimeoutError
# main: at least 0.1 s later: True
