"""A shielded task that nobody keeps or awaits is cut off at the end of `asyncio.run()`, like any other task.

护住的任务没人留着、也没人等，到 `asyncio.run()` 收尾时照样被取消，和别的任务一样。
"""

import asyncio


async def save() -> None:
    print("save: starts")
    try:
        await asyncio.sleep(0.5)
        print("save: never printed")
    except asyncio.CancelledError:
        print("save: cancelled all the same")
        raise


async def main() -> None:
    try:
        await asyncio.wait_for(asyncio.shield(save()), 0.02)
    except TimeoutError:
        print("main: out of time, save goes on")
    await asyncio.sleep(0.02)
    print("main: ends")


asyncio.run(main())

# Output:
# save: starts
# main: out of time, save goes on
# main: ends
# save: cancelled all the same
