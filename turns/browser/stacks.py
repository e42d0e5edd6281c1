"""Threads in a browser: stacks that JavaScript switches (JSPI), of which one runs at a time.

WebAssembly has one thread. But a browser can let a call of Python wait for a promise and run others
meanwhile; so a thread is a call that was begun by JavaScript, and waits in `Turn.acquire` until it
is its turn. Everything between such a call and the wait are frames of Python and of C: never of
JavaScript, out of which nobody can wait.

`install` gives the standard library the primitives of threads that it lacks here, for good.
"""

import _asyncio
import _threading_local
import asyncio
import itertools
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

from turns.runtime import switching

_tasks: Any = _asyncio
"""The real functions, whatever stands in for them while a program is watched."""


def result_of(promise: Any) -> Any:
    """Wait for a promise; other stacks run meanwhile."""
    from pyodide.ffi import run_sync  # noqa: PLC0415 - only there

    with _between_tasks():
        return run_sync(promise)


@contextmanager
def _between_tasks() -> Iterator[None]:
    """Show Pyodide its own loop while it keeps this stack's state, as if no other one was running.

    What it does then is C and asks for the running loop without looking for errors; and another
    stack must not find this one's loop and task.
    """
    loop = _tasks._get_running_loop()
    task = None if loop is None else _tasks.current_task(loop)
    if task is not None:
        _tasks._leave_task(loop, task)
    _tasks._set_running_loop(_Stacks.page)
    try:
        yield
    finally:
        _tasks._set_running_loop(loop)
        if task is not None:
            _tasks._enter_task(loop, task)


class _Turn:
    """Waits for a promise, unless somebody was faster."""

    __slots__ = ("_gate", "_is_open", "_stacks")

    def __init__(self, stacks: "_Stacks") -> None:
        self._stacks = stacks
        self._gate: Any = None
        self._is_open = False

    def acquire(self) -> bool:
        if not self._is_open:
            self._gate = self._stacks.gate()
            with self._stacks.left(sys._getframe(1)):
                result_of(self._gate.promise)
            self._gate = None
        self._is_open = False
        return True

    def release(self) -> None:
        self._is_open = True
        if self._gate is not None:
            self._gate.resolve()


class _Stacks:
    """Implements `turns.runtime.switching.Switching`."""

    starts = True
    page: Any = None
    """The loop that Pyodide runs in the page's."""

    def __init__(self, start: Callable[[Any], object], gate: Callable[[], Any]) -> None:
        self.gate = gate
        self._start = start
        self._ident = threading.get_ident()
        self._numbers = itertools.count(self._ident + 1)
        self._frames: dict[int, FrameType] = {}
        """Where those wait that do not run."""
        self._over: list[Any] = []
        """What JavaScript knew the threads by that have ended."""

    def turn(self) -> _Turn:
        return _Turn(self)

    def frames(self) -> Mapping[int, FrameType]:
        return {**self._frames, self._ident: sys._getframe(1)}

    def ident(self) -> int:
        """Return the number of the stack that runs."""
        return self._ident

    @contextmanager
    def left(self, frame: FrameType) -> Iterator[None]:
        """Note that others run meanwhile, and where this stack will go on."""
        ident = self._ident
        self._frames[ident] = frame
        try:
            yield
        finally:
            self._ident = ident
            del self._frames[ident]

    def start(
        self, function: Callable[[], object], handle: "_Handle | None" = None, daemon: bool = True
    ) -> "_Handle":
        """Start a thread; stands for ``_thread.start_joinable_thread``."""
        del daemon
        from pyodide.ffi import create_proxy  # noqa: PLC0415 - only there

        handle = handle or _Handle()
        handle.ident = ident = next(self._numbers)

        def run() -> None:
            self._ident = ident
            _tasks._set_running_loop(None)
            try:
                function()
            finally:
                handle.is_over = True
                self._over.append(proxy)
                _tasks._set_running_loop(self.page)

        while self._over:
            self._over.pop().destroy()
        proxy = create_proxy(run)
        self._start(proxy)
        return handle


class _Handle:
    """Stands for ``_thread._ThreadHandle``."""

    def __init__(self) -> None:
        self.ident = 0
        self.is_over = False

    def is_done(self) -> bool:
        return self.is_over

    def _set_done(self) -> None:
        self.is_over = True

    def join(self, timeout: float | None = None) -> None:
        """Return: who waits for a thread has waited for its lock, which it releases at its end."""


def install(start: Callable[[Any], object], gate: Callable[[], Any]) -> None:
    """Let threads be stacks from now on; see `turns.browser.worker.activate`."""
    _Stacks.page = asyncio.get_event_loop()
    stacks = switching.current = _Stacks(start, gate)
    modules: Any = threading
    modules.get_ident = stacks.ident
    modules._start_joinable_thread = stacks.start
    modules._ThreadHandle = _Handle
    # That of C belongs to a state of the interpreter, which the next stack may be given again.
    modules.local = _threading_local.local
