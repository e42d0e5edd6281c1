"""A thread that computes gives way without any await: the interpreter switches between threads.

做计算的线程里没有 await，照样会让出来：解释器自己会在线程之间切换。
"""

import asyncio
import threading


def count(enough: threading.Event) -> int:
    steps = 0
    while not enough.is_set() or steps == 0:  # computes, and never pauses
        steps += 1
    return steps


async def main() -> None:
    enough = threading.Event()
    counting = asyncio.create_task(asyncio.to_thread(count, enough))
    for beat in (1, 2, 3):
        await asyncio.sleep(0.01)
        print("loop: beat", beat)
    enough.set()
    print("thread: counted:", await counting > 0)


asyncio.run(main())

# Output:
# loop: beat 1
# loop: beat 2
# loop: beat 3
# thread: counted: True
