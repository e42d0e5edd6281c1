"""Everything that is replaced while a program is watched, and that is put back afterwards."""

import _thread
import asyncio
import atexit
import concurrent.futures.thread
import contextlib
import multiprocessing.process
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import NoReturn

from turns.runtime import blocking, clocks, context, datetimes, handles
from turns.runtime.limits import NO_BARE_THREAD, NO_PROCESS, Stop, UnsupportedError
from turns.runtime.loop import VirtualLoop
from turns.runtime.pools import ProcessPoolExecutor, getpid
from turns.runtime.run import Run
from turns.runtime.sets import Set
from turns.runtime.sockets import functions


def _refuse(call: str, why: str = NO_PROCESS) -> Callable[..., NoReturn]:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise UnsupportedError(f"{call}: {why}")

    return refuse


def _exit(status: int) -> NoReturn:
    running = context.current
    if running is None:
        raise SystemExit(status)
    running.exit_status = status & 0xFF
    running.stop("exit", f"the program ended itself at once with os._exit({status})")
    raise Stop


def _register(function: Callable[..., object], *args: object, **kwargs: object) -> object:
    if context.current is not None:
        context.current.at_exit.append(lambda: function(*args, **kwargs))
    return function


_real_run = asyncio.BaseEventLoop.run_forever


def _run_forever(loop: asyncio.BaseEventLoop) -> None:
    if isinstance(loop, VirtualLoop):
        _real_run(loop)
        return
    loop.close()
    raise UnsupportedError(
        f"{type(loop).__module__}.{type(loop).__qualname__}: the program brings a loop of its own;"
        " only asyncio's can be watched"
    )


_WITH_SETS = (asyncio.tasks, concurrent.futures.thread)


class Popen(subprocess.Popen):  # type: ignore[type-arg]
    """Refuses to start a process; a class, for programs that inherit from it."""

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        """Refuse."""
        self.returncode = 0
        self._child_created = False
        _refuse("subprocess.Popen()")()


def policies() -> Iterator[tuple[object, str, object]]:
    """Find the policies that make a loop when a program asks for "the" loop."""
    for module in (getattr(asyncio, "unix_events", None), getattr(asyncio, "windows_events", None)):
        for value in vars(module).values() if module else ():
            if isinstance(value, type) and "_loop_factory" in vars(value):
                yield value, "_loop_factory", VirtualLoop


def _table() -> list[tuple[object, str, object]]:
    events, tasks = asyncio.events, asyncio.tasks
    table: list[tuple[object, str, object]] = [
        *blocking.TABLE,
        *clocks.TABLE,
        *functions.TABLE,
        *policies(),
        *((sys.modules[k.__module__], k.__name__, signed) for k, signed in handles.SIGNED.items()),
        (tasks, "Task", handles.Task),
        (asyncio, "Task", handles.Task),
        (asyncio, "SelectorEventLoop", VirtualLoop),
        (asyncio, "EventLoop", VirtualLoop),
        (asyncio, "ProactorEventLoop", VirtualLoop),
        (asyncio.BaseEventLoop, "run_forever", _run_forever),
        (concurrent.futures, "ProcessPoolExecutor", ProcessPoolExecutor),
        (os, "getpid", getpid),
        (os, "_exit", _exit),
        (os, "system", _refuse("os.system()")),
        (os, "popen", _refuse("os.popen()")),
        (os, "fork", _refuse("os.fork()")),
        (os, "posix_spawn", _refuse("os.posix_spawn()")),
        (os, "execv", _refuse("os.execv()")),
        (os, "execve", _refuse("os.execve()")),
        (os, "abort", _refuse("os.abort()")),
        (subprocess, "Popen", Popen),
        (multiprocessing.process.BaseProcess, "start", _refuse("multiprocessing.Process.start()")),
        (_thread, "start_new_thread", _refuse("_thread.start_new_thread()", NO_BARE_THREAD)),
        (_thread, "start_new", _refuse("_thread.start_new()", NO_BARE_THREAD)),
        # From 3.13 on; threading has its own name for it, which goes on to work.
        (
            _thread,
            "start_joinable_thread",
            _refuse("_thread.start_joinable_thread()", NO_BARE_THREAD),
        ),
        (atexit, "register", _register),
    ]
    if not list(policies()):  # Python without policies
        table += [(events, "new_event_loop", VirtualLoop), (asyncio, "new_event_loop", VirtualLoop)]
    if sys.version_info >= (3, 12):
        eager = asyncio.create_eager_task_factory(handles.Task)
        table += [(asyncio, "eager_task_factory", eager), (tasks, "eager_task_factory", eager)]
    # Only what this platform and this Python have can be replaced.
    return [row for row in table if hasattr(row[0], row[1])]


_TABLE = _table()


@contextlib.contextmanager
def installed(running: Run) -> Iterator[None]:
    """Watch ``running``."""
    if context.current is not None:
        raise RuntimeError("a program is being watched already")
    policy = asyncio.events._event_loop_policy  # type: ignore[attr-defined]
    real = [getattr(owner, name) for owner, name, _ in _TABLE]
    context.current = running
    for owner, name, value in _TABLE:
        setattr(owner, name, value)
    asyncio.events._event_loop_policy = None  # type: ignore[attr-defined]
    for module in _WITH_SETS:
        vars(module)["set"] = Set  # hides the built-in one from the module's functions
    uvloop = sys.modules.get("uvloop")
    sys.modules["uvloop"] = None  # type: ignore[assignment]  # its import fails
    try:
        with datetimes.virtual():
            yield
    finally:
        for module in _WITH_SETS:
            del vars(module)["set"]
        del sys.modules["uvloop"]
        if uvloop is not None:
            sys.modules["uvloop"] = uvloop
        asyncio.events._event_loop_policy = policy  # type: ignore[attr-defined]
        for (owner, name, _), value in zip(_TABLE, real, strict=True):
            setattr(owner, name, value)
        context.current = None
