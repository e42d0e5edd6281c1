"""Awaiting an eager task that has already ended does not suspend.

Marks: program, program, queue (missing)

Why: Main reaches sleep(0) in its first turn; the callback was registered in that turn and runs
after it. It may be held back until main has ended and the loop is closed.
"""

import asyncio


async def child() -> None:
    print("child")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(print, "callback")
    await asyncio.create_task(child())
    print("main")
    await asyncio.sleep(0)


asyncio.run(main())

# Requires: Python 3.12
# Output:
# child
# main
# callback
