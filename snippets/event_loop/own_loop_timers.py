"""Step 2 of a loop of your own: passes, and a heap of timers that join the end of the queue when they are due.

自己写循环，第二步：一圈一圈地转，再加一个定时器堆，到期的排到队尾。
"""

import heapq
import itertools
import time
from collections import deque
from collections.abc import Callable


class Loop:
    def __init__(self) -> None:
        self.ready: deque[Callable[[], object]] = deque()
        self.timers: list[tuple[float, int, Callable[[], object]]] = []
        self.number = itertools.count()  # so that no two entries of the heap are equal

    def call_soon(self, callback: Callable[[], object]) -> None:
        self.ready.append(callback)

    def call_later(self, delay: float, callback: Callable[[], object]) -> None:
        entry = (time.monotonic() + delay, next(self.number), callback)
        heapq.heappush(self.timers, entry)

    def run(self) -> None:
        while self.ready or self.timers:
            if not self.ready:  # nobody can run: wait for the earliest deadline
                time.sleep(max(0, self.timers[0][0] - time.monotonic()))
            now = time.monotonic()
            while self.timers and self.timers[0][0] <= now:
                self.ready.append(heapq.heappop(self.timers)[2])
            for _ in range(len(self.ready)):  # one pass: what is added now has to wait
                self.ready.popleft()()


def first() -> None:
    print("first: adds third")
    loop.call_soon(lambda: print("third"))


loop = Loop()
loop.call_later(0.1, lambda: print("timer 0.1"))
loop.call_later(0.05, lambda: print("timer 0.05"))
loop.call_later(0, lambda: print("timer 0"))
loop.call_soon(first)
loop.call_soon(lambda: print("second"))
loop.run()

# Output:
# first: adds third
# second
# timer 0
# third
# timer 0.05
# timer 0.1
