"""Stop a program that does not come back, after a limit of real time.

A thread of its own, which the program cannot block, throws `Stop` into whichever thread runs: that
ends loops without ``await``. A call that never returns to Python is beyond its reach; the command
line therefore runs programs in a process that it can kill (child.py).
"""

import _thread
import contextlib
import ctypes
import sys
import time
from collections.abc import Iterator
from types import CodeType, FrameType
from typing import TYPE_CHECKING

from turns.runtime import jumping
from turns.runtime.limits import Stop
from turns.runtime.spinning import Samples
from turns.runtime.threads import Baton

if TYPE_CHECKING:
    from turns.runtime.run import Run

_start_thread = _thread.start_new_thread  # a watched program's is refused
_HAS_THREADS = sys.platform not in {"emscripten", "wasi"}
_AGAIN = 0.02
"""Seconds between two attempts to stop a program that catches everything."""
_SOON = 0.001
"""Seconds after which it is tried again, if the program was at a bad place to be stopped."""
_PATIENCE, _THROWS = 100, 5
"""After so many attempts, or throws that it caught, it is stopped at almost any place."""
_PASSING_ON = (Baton._hand_over.__code__, Baton.end.__code__)
_OURS = f"{__name__.partition('.')[0]}."
_SAMPLES, _BETWEEN = 40, 0.005
"""How often its stack is looked at before, and how many seconds apart."""
_AT_MOST = 0.5
"""Seconds that this may take: on a busy machine it is looked at less often."""


class _Watchdog:
    """The thread, started when it is first needed; one for all runs, one run at a time."""

    def __init__(self) -> None:
        self._guard = _thread.allocate_lock()
        self._bell = _thread.allocate_lock()
        self._bell.acquire()
        self._running: Run | None = None
        self._deadline = 0.0
        self._now = time.monotonic
        self._thrown: set[int] = set()
        self._patience = 0
        self._wakes = float("inf")
        """When the thread wakes by itself."""
        self._started = False

    def watch(self, running: "Run") -> None:
        """Begin to watch."""
        if not self._started:
            _start_thread(self._loop, ())
            self._started = True
        with self._guard:
            self._running, self._patience = running, _PATIENCE
            self._deadline = self._now() + running.limits.seconds
            late = self._deadline < self._wakes
        # Waking it costs a millisecond, so this is not done when it will wake in time anyway.
        if late and self._bell.locked():
            self._bell.release()

    def leave(self) -> None:
        """Watch no longer; nothing is thrown after this.

        What was on its way may end this halfway: then it has to be called again.
        """
        with self._guard:
            self._running = None
        for ident in self._thrown:
            _throw(ident, None)
        if self._thrown:
            _settle()
            self._thrown.clear()

    def _loop(self) -> None:
        while True:
            with self._guard:
                running = self._running
                left = self._deadline - self._now() if running else -1.0
                if running is not None and left <= 0:
                    left = _AGAIN if self._stop(running) else _SOON
                self._wakes = self._now() + left if running else float("inf")
            self._bell.acquire(timeout=left)

    def _stop(self, running: "Run") -> bool:
        """Throw into the running thread, if it is at a good place to be stopped; say so."""
        if running.problem is None:
            self._report(running)
        ident = running.baton.current.ident
        if not _is_within(sys._current_frames().get(ident), self._patience > 0):
            self._patience -= 1
            return False
        self._patience -= _PATIENCE // _THROWS
        self._thrown.add(ident)
        _throw(ident, Stop)
        return True

    def _report(self, running: "Run") -> None:
        samples = Samples(running)
        wait = _thread.allocate_lock()
        wait.acquire()
        until = self._now() + _AT_MOST
        for _ in range(_SAMPLES):
            samples.take()
            wait.acquire(timeout=_BETWEEN)
            if self._now() > until:
                break
        after = f"{running.limits.seconds:.3g} s and {running.turns:,} turns"
        busy = samples.busy()
        message = (
            f"stopped: it was still running after {after}{', the last of ' * bool(busy)}{busy}"
        )
        running.report("time", message, samples.line())


def _is_within(frame: FrameType | None, particular: bool) -> bool:
    """Tell whether a thread, whose innermost frame this is, is in the program and not in our code.

    What comes in the middle of our own code leaves it halfway: a thread that has given the baton
    away to nobody, say. All of it that waits asks by itself whether the program is over. Out of a
    destructor no exception comes. Those who are not ``particular`` spare the baton only.
    """
    while frame is not None:
        if frame.f_code in _PASSING_ON or (particular and frame.f_code.co_name == "__del__"):
            return False
        package = _module(frame).partition(".")[0]
        if particular and (package == "__main__" or package not in sys.stdlib_module_names):
            return not _module(frame).startswith(_OURS)
        frame = frame.f_back
    return not particular


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _throw(ident: int, error: type[BaseException] | None) -> None:
    argument = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ident), argument)


class _SettledError(BaseException):
    """Thrown and caught by us."""


def _settle() -> None:
    """Let an exception arrive.

    CPython 3.11 and 3.12 go on looking for one that was taken back: at each call, and in a function
    that is traced for ever (`DO_TRACING` in 3.11's ceval.c). One that arrives ends that.
    """
    try:
        _throw(_thread.get_ident(), _SettledError)
        while True:
            pass
    except _SettledError:
        pass


_watchdog = _Watchdog()


@contextlib.contextmanager
def watchdog(running: "Run", code: CodeType) -> Iterator[None]:
    """Stop the program of ``running``, which has this code, when its time is up."""
    if not _HAS_THREADS:
        with jumping.watched(running, code):
            yield
        return
    _watchdog.watch(running)
    try:
        yield
    finally:
        with contextlib.suppress(Stop):  # one that was on its way, and may have ended this halfway
            try:
                _watchdog.leave()
            finally:
                _watchdog.leave()
