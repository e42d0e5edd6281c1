"""A callback that queues itself again and again does not keep a timer from firing.

一个回调不停地把自己重新排进队列，定时器照样会触发。
"""

import asyncio

rounds = 0


def again(loop: asyncio.AbstractEventLoop) -> None:
    global rounds
    rounds += 1
    loop.call_soon(again, loop)  # from here on the ready queue is never empty


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(again, loop)
    timer = loop.create_future()
    loop.call_later(0, timer.set_result, "the timer fired")
    print(await timer)
    print("the callback has run:", rounds > 0)


with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    runner.run(main())

# Output:
# the timer fired
# the callback has run: True
