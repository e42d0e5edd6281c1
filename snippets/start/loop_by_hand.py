"""A queue and a `while` are enough for an event loop: it lets each coroutine go on until it yields control.

一个队列加一个 `while` 就是事件循环：让协程一个个往下走，走到它自己让出控制权为止。
"""

import asyncio
from collections import deque


async def count(name: str, last: int) -> None:
    for number in range(1, last + 1):
        print(name, number)
        await asyncio.sleep(0)
    print(name, "ends")


ready = deque([count("cat", 2), count("dog", 1)])
print("nothing has run yet")
while ready:
    coroutine = ready.popleft()
    try:
        coroutine.send(None)  # go on, until you give way
    except StopIteration:
        continue  # it has ended
    ready.append(coroutine)

# Output:
# nothing has run yet
# cat 1
# dog 1
# cat 2
# dog ends
# cat ends
