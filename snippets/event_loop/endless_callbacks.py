"""A callback that queues itself again and again does not keep a timer from firing.

一个回调不停地把自己重新排进队列，定时器照样会触发。
"""

import asyncio

has_run = False


def again(loop: asyncio.AbstractEventLoop) -> None:
    global has_run
    has_run = True
    loop.call_soon(again, loop)  # from here on the ready queue is never empty


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(again, loop)
    timer = loop.create_future()
    loop.call_later(0, timer.set_result, "the timer fired")
    print(await timer)
    print("the callback has run:", has_run)


asyncio.run(main())

# Output:
# the timer fired
# the callback has run: True
