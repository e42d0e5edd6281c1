"""Step 1 of a loop of your own: a queue of callbacks, and tasks that put their next step at its end.

自己写循环，第一步：一个回调队列，加上把自己的下一步排到队尾的任务。
"""

import types
from collections import deque
from collections.abc import Callable, Coroutine, Generator

ready: deque[Callable[[], None]] = deque()


class Task:
    def __init__(self, coro: Coroutine[None, None, None]) -> None:
        self.coro = coro
        ready.append(self.step)

    def step(self) -> None:
        try:
            self.coro.send(None)  # runs until the coroutine yields
        except StopIteration:
            return  # it has ended
        ready.append(self.step)


@types.coroutine
def pause() -> Generator[None, None, None]:
    yield


def run() -> None:
    while ready:
        ready.popleft()()


async def count(name: str) -> None:
    for number in (1, 2, 3):
        print(name, number)
        await pause()


Task(count("A"))
Task(count("B"))
run()

# Output:
# A 1
# B 1
# A 2
# B 2
# A 3
# B 3
