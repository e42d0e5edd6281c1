"""What stands in for the functions with which a program waits, while it is watched.

They are replaced once per run and put back afterwards. Each asks which program is watched when it
is called, so that one kept beyond the run (by a module that was imported meanwhile) still works.
"""

import _thread
import queue
import sched
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import thread as thread_pools
from contextlib import nullcontext
from types import TracebackType
from typing import Any

from turns.runtime import clocks, context, polling, refusing, switching
from turns.runtime.clock import RESOLUTION
from turns.runtime.limits import Stop
from turns.runtime.threads import Seat

_real = {name: getattr(time, name) for name in ("sleep", "monotonic")}
_real_lock = _thread.allocate_lock
_real_start = threading.Thread.start
_real_join = threading.Thread.join
_real_job = {name: getattr(thread_pools._WorkItem, name) for name in ("__init__", "run")}


class Lock:
    """``threading.Lock``, for threads of which one runs at a time."""

    def __init__(self) -> None:
        """Make it unlocked."""
        self._locked = False
        self._waiters: deque[Seat] = deque()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it; False if that is not possible at once or within ``timeout`` seconds."""
        if timeout != -1 or not blocking:
            _real_lock().acquire(blocking, timeout)  # raises if that makes no sense
            timeout = float(timeout)
        if not self._locked:
            self._locked = True
            return True
        if not blocking:
            _ask()
            return False
        if context.current is None:
            return self._poll(timeout)
        baton = context.current.baton
        deadline = None if timeout < 0 else baton.clock.now + timeout
        while self._locked:
            seat = baton.current
            self._waiters.append(seat)
            left = None if deadline is None else deadline - baton.clock.now
            if not baton.wait(left):
                if seat in self._waiters:
                    self._waiters.remove(seat)
                if self._locked:
                    return False
        self._locked = True
        return True

    def _poll(self, timeout: float) -> bool:
        deadline = None if timeout < 0 else _real["monotonic"]() + timeout
        while self._locked:
            if deadline is not None and _real["monotonic"]() > deadline:
                return False
            _real["sleep"](0.001)
        self._locked = True
        return True

    def release(self) -> None:
        """Give it back, and wake the thread that has waited longest."""
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        while self._waiters:
            seat = self._waiters.popleft()
            if seat.waiting and context.current is not None:
                context.current.baton.wake(seat)
                break

    def locked(self) -> bool:
        """Say whether somebody has it."""
        return self._locked

    def _at_fork_reinit(self) -> None:
        self._locked = False

    def __enter__(self) -> bool:
        """Take it."""
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Give it back."""
        self.release()


def _ask() -> None:
    """Let time pass for who asks others again and again whether they have come so far."""
    if context.current is not None:
        polling.begin_pass(context.current)
        if context.current.clock.polled:
            context.current.baton.pause()


def _asking(real: Callable[[Any], bool], waits_for: bool) -> Callable[[Any], bool]:
    """Return what stands in for a method that says whether it is so, for who ``waits_for`` that."""

    def ask(self: Any) -> bool:
        if real(self) is not waits_for:
            _ask()
        return real(self)

    return ask


class _Started:
    """A thread's ``_started`` event while `Thread.start` waits for it: the baton does that."""

    def __init__(self, event: threading.Event) -> None:
        self.is_set = event.is_set
        self.set = event.set

    def wait(self) -> None:
        pass


def _start(thread: Any) -> None:
    if context.current is None:
        _real_start(thread)
        return
    running = context.current
    baton = running.baton
    running.check()
    if not switching.current.starts:
        refusing.refuse("threading.Thread.start()", refusing.STACK)
    seat = Seat(running.new_thread(), thread.name)
    finished = Lock()
    finished.acquire()
    run, started, tell = thread._bootstrap, thread._started, thread._invoke_excepthook

    function = getattr(thread, "_target", None) or thread.run
    seat.of_asyncio = function.__module__ == "asyncio.base_events"
    # The threads of a pool have jobs, which are noted one by one.
    noted = not seat.of_asyncio and function.__module__ != thread_pools.__name__
    by = baton.current.actor.n

    def bootstrap() -> None:
        seat.turn.acquire()
        seat.ident = threading.get_ident()
        try:
            with running.job(function, by) if noted else nullcontext():
                run()
        finally:
            finished.release()
            baton.end()

    def hook(failed: threading.Thread) -> None:
        if not isinstance(sys.exc_info()[1], Stop):  # which is our way to end it
            tell(failed)

    thread._bootstrap, thread._invoke_excepthook = bootstrap, hook
    thread._started = _Started(started)
    try:
        _real_start(thread)
    finally:
        thread._started = started
        del thread._bootstrap
    running.threads[thread] = finished
    baton.start(seat)


def _make_job(item: Any, *args: Any, **kwargs: Any) -> None:
    _real_job["__init__"](item, *args, **kwargs)
    item.by = context.current.baton.current.actor.n if context.current else 0


def _run_job(item: Any, *args: object) -> None:
    if context.current is None:
        _real_job["run"](item, *args)
        return
    function = item.fn if hasattr(item, "fn") else item.task[0]  # from Python 3.14 on
    with context.current.job(function, item.by):
        _real_job["run"](item, *args)


def _join(thread: threading.Thread, timeout: float | None = None) -> None:
    finished = context.current and context.current.threads.get(thread)
    if finished and thread is not threading.current_thread():
        if not finished.acquire(timeout=-1 if timeout is None else max(0.0, timeout)):
            return
        finished.release()
    _real_join(thread, None if finished else timeout)


def _sleep(seconds: float) -> None:
    if context.current is None:
        _real["sleep"](seconds)
        return
    try:
        _real_lock().acquire(True, seconds)
    except (TypeError, ValueError, OverflowError):
        _real["sleep"](seconds)  # raises the same, in its own words
    seconds = float(seconds)
    if seconds < 0:
        _real["sleep"](seconds)
    if seconds < RESOLUTION:
        polling.begin_pass(context.current)
    context.current.baton.wait(seconds)


TABLE: list[tuple[object, str, object]] = [
    (time, "sleep", _sleep),
    (sched.scheduler.__init__, "__defaults__", (clocks.monotonic, _sleep)),
    (threading, "Lock", Lock),
    (threading, "_allocate_lock", Lock),
    (threading, "RLock", threading._PyRLock),  # type: ignore[attr-defined]
    (threading, "excepthook", threading.__excepthook__),
    (threading.Thread, "start", _start),
    (threading.Thread, "join", _join),
    (threading.Thread, "is_alive", _asking(threading.Thread.is_alive, False)),
    (threading.Event, "is_set", _asking(threading.Event.is_set, True)),
    (queue.Queue, "empty", _asking(queue.Queue.empty, False)),
    (queue, "SimpleQueue", queue._PySimpleQueue),  # type: ignore[attr-defined]
    (thread_pools._WorkItem, "__init__", _make_job),
    (thread_pools._WorkItem, "run", _run_job),
    (thread_pools, "_global_shutdown_lock", Lock()),
]
"""Where, which name, and what stands there while a program is watched."""
