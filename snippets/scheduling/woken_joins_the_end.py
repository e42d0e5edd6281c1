"""Setting an event wakes nobody at once: the wake-up joins the end of the ready queue.

设置事件并不会立刻唤醒谁：唤醒这一步排到就绪队列的末尾。
"""

import asyncio


async def sleeper(alarm: asyncio.Event) -> None:
    print("sleeper: waits")
    await alarm.wait()
    print("sleeper: awake")


async def main() -> None:
    loop = asyncio.get_running_loop()
    alarm = asyncio.Event()
    task = asyncio.create_task(sleeper(alarm))
    await asyncio.sleep(0)  # the sleeper starts, and waits

    loop.call_soon(print, "queued before the alarm")
    alarm.set()
    loop.call_soon(print, "queued after the alarm")
    print("main: the alarm is set")
    await task


asyncio.run(main())

# Output:
# sleeper: waits
# main: the alarm is set
# queued before the alarm
# sleeper: awake
# queued after the alarm
