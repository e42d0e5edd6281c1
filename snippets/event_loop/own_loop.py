"""Step 3 of a loop of your own: futures; then two programs of this chapter run on it, and on asyncio.

自己写循环，第三步：加上 Future；然后让本章的两个程序分别跑在它和 asyncio 上。
"""

import asyncio
import heapq
import itertools
import time
import types
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from typing import Any


class Future:
    def __init__(self, loop: "Loop") -> None:
        self.loop = loop
        self.done = False
        self.result: Any = None
        self.callbacks: list[Callable[[], None]] = []

    def set_result(self, result: Any) -> None:
        self.done = True
        self.result = result
        for callback in self.callbacks:
            self.loop.call_soon(callback)  # nobody is woken on the spot

    def __await__(self) -> Generator["Future", None, Any]:
        if not self.done:
            yield self  # through all coroutines, to Task.step
        return self.result


class Task(Future):
    def __init__(self, coro: Coroutine[Any, None, Any], loop: "Loop") -> None:
        super().__init__(loop)
        self.coro = coro
        loop.call_soon(self.step)

    def step(self) -> None:
        try:
            future = self.coro.send(None)  # what the innermost await yields
        except StopIteration as end:
            self.set_result(end.value)
            return
        if future is None:
            self.loop.call_soon(self.step)
        else:
            future.callbacks.append(self.step)


class Loop:
    def __init__(self) -> None:
        self.ready: deque[Callable[[], None]] = deque()
        self.timers: list[tuple[float, int, Callable[[], None]]] = []
        self.number = itertools.count()

    def call_soon(self, callback: Callable[[], None]) -> None:
        self.ready.append(callback)

    def call_later(self, delay: float, callback: Callable[[], None]) -> None:
        entry = (time.monotonic() + delay, next(self.number), callback)
        heapq.heappush(self.timers, entry)

    def create_task(self, coro: Coroutine[Any, None, Any]) -> Task:
        return Task(coro, self)

    @types.coroutine
    def sleep(self, delay: float) -> Generator[Future | None, None, None]:
        if delay <= 0:
            yield None
        else:
            future = Future(self)
            self.call_later(delay, lambda: future.set_result(None))
            yield from future.__await__()

    def run(self, coro: Coroutine[Any, None, Any]) -> Any:
        main = self.create_task(coro)
        while not main.done:
            if not self.ready:
                time.sleep(max(0, self.timers[0][0] - time.monotonic()))
            while self.timers and self.timers[0][0] <= time.monotonic():
                self.ready.append(heapq.heappop(self.timers)[2])
            for _ in range(len(self.ready)):
                self.ready.popleft()()
        return main.result


# Two programs of this chapter. `lib` is one of our loops, or the module asyncio.
Say = Callable[[str], None]


async def greet(lib: Any, say: Say, name: str) -> None:
    say(f"{name}: hello")
    await lib.sleep(0)
    say(f"{name}: goodbye")


async def whose_turn(lib: Any, say: Say) -> None:
    task = lib.create_task(greet(lib, say, "task"))
    await greet(lib, say, "awaited")
    await task


async def owl(lib: Any, say: Say) -> None:
    for nap in (1, 2):
        say(f"owl: falls asleep, nap {nap}")
        await lib.sleep(0.05)
        say(f"owl: wakes from nap {nap}")


async def bear(lib: Any, say: Say) -> None:
    say("bear: falls asleep")
    await lib.sleep(0.25)
    say("bear: wakes")


async def two_sleepers(lib: Any, say: Say) -> None:
    for task in [lib.create_task(owl(lib, say)), lib.create_task(bear(lib, say))]:
        await task


for program in (whose_turn, two_sleepers):
    ours: list[str] = []
    theirs: list[str] = []
    loop = Loop()
    loop.run(program(loop, ours.append))
    asyncio.run(program(asyncio, theirs.append))
    print(*ours, sep="\n")
    print("- the same on asyncio:", ours == theirs)

# Output:
# awaited: hello
# task: hello
# awaited: goodbye
# task: goodbye
# - the same on asyncio: True
# owl: falls asleep, nap 1
# bear: falls asleep
# owl: wakes from nap 1
# owl: falls asleep, nap 2
# owl: wakes from nap 2
# bear: wakes
# - the same on asyncio: True
