"""A loop that takes the newest callback first: one task has all turns until it ends, and the others starve.

总是先取最新的回调：一个任务占去所有轮次，直到结束，别的任务只能干等。
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
        ready.pop()()


async def count(name: str) -> None:
    for number in (1, 2, 3):
        print(name, number)
        await pause()


Task(count("A"))
Task(count("B"))
run()

# Output:
# B 1
# B 2
# B 3
# A 1
# A 2
# A 3
