"""A loop of your own, complete: queue, timers, selector and futures; three programs run on it and on asyncio.

自己写的事件循环，完整版：队列、定时器、选择器、Future 都有；三个程序在它和 asyncio 上各跑一遍。
"""

import asyncio
import heapq
import itertools
import select
import selectors
import socket
import time
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from functools import partial
from typing import Any

Callback = Callable[..., object]


class Future:
    def __init__(self, loop: "Loop") -> None:
        self.loop, self.done, self.result = loop, False, None
        self.callbacks: list[Callback] = []

    def set_result(self, result: Any) -> None:
        self.done, self.result = True, result
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
        if future is None:  # sleep(0)
            self.loop.call_soon(self.step)
        else:
            future.callbacks.append(self.step)


class Loop:
    def __init__(self) -> None:
        self.ready: deque[Callback] = deque()
        self.timers: list[tuple[float, int, Callback]] = []
        self.number = itertools.count()
        self.selector = selectors.DefaultSelector()
        self.bell, self.button = socket.socketpair()  # select() on Windows needs a socket
        self.add_reader(self.bell, lambda: None)

    def call_soon(self, callback: Callback, *args: Any) -> None:
        self.ready.append(partial(callback, *args))

    def call_later(self, delay: float, callback: Callback, *args: Any) -> None:
        bound: Callback = partial(callback, *args)
        heapq.heappush(self.timers, (time.monotonic() + delay, next(self.number), bound))

    def add_reader(self, sock: socket.socket, callback: Callback, *args: Any) -> None:
        self.selector.register(sock, selectors.EVENT_READ, partial(callback, *args))

    def remove_reader(self, sock: socket.socket) -> None:
        self.selector.unregister(sock)

    def create_future(self) -> Future:
        return Future(self)

    def create_task(self, coro: Coroutine[Any, None, Any]) -> Task:
        return Task(coro, self)

    def run_once(self) -> None:
        timeout = None
        if self.ready:
            timeout = 0.0
        elif self.timers:
            timeout = max(0.0, self.timers[0][0] - time.monotonic())
        for key, _ in self.selector.select(timeout):
            self.ready.append(key.data)
        now = time.monotonic()
        while self.timers and self.timers[0][0] <= now:
            self.ready.append(heapq.heappop(self.timers)[2])
        for _ in range(len(self.ready)):
            self.ready.popleft()()

    def run_until_complete(self, coro: Coroutine[Any, None, Any]) -> Any:
        main = Task(coro, self)
        while not main.done:
            self.run_once()
        return main.result

    def close(self) -> None:
        self.selector.close()
        self.bell.close()
        self.button.close()


# Three programs in the manner of this chapter. They use what both loops have.
Say = Callable[[str], object]


async def greet(say: Say, name: str) -> None:
    say(f"{name}: hello")
    await asyncio.sleep(0)
    say(f"{name}: goodbye")


async def whose_turn(loop: Any, say: Say) -> None:
    task = loop.create_task(greet(say, "task"))
    await greet(say, "awaited")
    await task


async def nap(loop: Any, say: Say, name: str, delay: float) -> None:
    say(f"{name}: sleeps")
    future = loop.create_future()
    loop.call_later(delay, future.set_result, None)
    await future
    say(f"{name}: wakes")


async def two_sleepers(loop: Any, say: Say) -> None:
    bear = loop.create_task(nap(loop, say, "bear", 0.3))
    owl = loop.create_task(nap(loop, say, "owl", 0.05))
    await bear
    await owl


async def one_pass(loop: Any, say: Say) -> None:
    done = loop.create_future()
    reader, writer = socket.socketpair()

    def on_data() -> None:
        say("I/O")
        loop.remove_reader(reader)

    def on_timer() -> None:
        say("timer")
        done.set_result(None)

    loop.call_later(0, on_timer)
    loop.add_reader(reader, on_data)
    writer.send(b"x")
    select.select([reader], [], [])  # it has arrived
    loop.call_soon(say, "queue")
    await done
    reader.close()
    writer.close()


for program in (whose_turn, two_sleepers, one_pass):
    columns: list[list[str]] = []
    for loop in (Loop(), asyncio.SelectorEventLoop()):
        columns.append([])
        loop.run_until_complete(program(loop, columns[-1].append))
        loop.close()
    for ours, theirs in zip(*columns, strict=True):
        print(f"{ours:16} | {theirs}")

# Output:
# awaited: hello   | awaited: hello
# task: hello      | task: hello
# awaited: goodbye | awaited: goodbye
# task: goodbye    | task: goodbye
# bear: sleeps     | bear: sleeps
# owl: sleeps      | owl: sleeps
# owl: wakes       | owl: wakes
# bear: wakes      | bear: wakes
# queue            | queue
# I/O              | I/O
# timer            | timer
