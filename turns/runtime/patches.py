"""Everything that is replaced while a program is watched, and that is put back afterwards."""

import _thread
import asyncio
import atexit
import concurrent.futures.thread
import contextlib
import importlib.util
import multiprocessing.process
import multiprocessing.util
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from types import FunctionType
from typing import Any, NoReturn

from turns.runtime import (
    auditing,
    blocking,
    clocks,
    context,
    datetimes,
    handles,
    refusing,
    rivals,
    signals,
    tracebacks,
)
from turns.runtime.loop import VirtualLoop
from turns.runtime.pools import ProcessPoolExecutor, getpid
from turns.runtime.run import Run
from turns.runtime.sets import Set
from turns.runtime.sockets import functions


def _exit(status: int) -> NoReturn:
    _end_at_once(status & 0xFF, f"os._exit({status})")


def _abort() -> NoReturn:
    _end_at_once(128 + signal.SIGABRT, "os.abort()")


def _end_at_once(status: int, call: str) -> NoReturn:
    if context.current is not None:
        context.current.end_at_once(status, call)
    raise SystemExit(status)


def _register(function: Callable[..., Any], *args: Any, **kwargs: Any) -> object:
    if context.current is not None:
        context.current.at_exit.append((function, partial(function, *args, **kwargs)))
    return function


def _unregister(function: object) -> None:
    if context.current is not None:
        left = [one for one in context.current.at_exit if one[0] != function]
        context.current.at_exit[:] = left


_real_run = asyncio.BaseEventLoop.run_forever


def _run_forever(loop: asyncio.BaseEventLoop) -> None:
    if isinstance(loop, VirtualLoop):
        _real_run(loop)
        return
    loop.close()
    _refuse_loop(loop)


_real_set_running_loop = asyncio._set_running_loop


def _set_running_loop(loop: asyncio.AbstractEventLoop | None) -> None:
    """Refuse a loop that is not even based on asyncio's; each says so when it begins to run."""
    if loop is not None and not isinstance(loop, VirtualLoop):
        _refuse_loop(loop)
    _real_set_running_loop(loop)


def _refuse_loop(loop: asyncio.AbstractEventLoop) -> NoReturn:
    refusing.refuse(f"{type(loop).__module__}.{type(loop).__qualname__}", refusing.LOOP)


_WITH_SETS = (asyncio.tasks, concurrent.futures.thread)


def policies() -> Iterator[tuple[object, str, object]]:
    """Find the policies that make a loop when a program asks for "the" loop."""
    for module in (getattr(asyncio, "unix_events", None), getattr(asyncio, "windows_events", None)):
        for value in vars(module).values() if module else ():
            if isinstance(value, type) and "_loop_factory" in vars(value):
                yield value, "_loop_factory", VirtualLoop


def _loops() -> Iterator[tuple[object, str, object]]:
    """Find the names by which a program makes a loop, or asks what kind of loop it has."""
    for name in ("SelectorEventLoop", "EventLoop", "ProactorEventLoop"):
        yield asyncio, name, VirtualLoop
    real = asyncio.SelectorEventLoop
    module = sys.modules[real.__module__]
    for name, value in vars(module).items():
        if value is real:
            yield module, name, VirtualLoop


def _table() -> list[tuple[object, str, object]]:
    events, tasks = asyncio.events, asyncio.tasks
    table: list[tuple[object, str, object]] = [
        *blocking.TABLE,
        *clocks.TABLE,
        *functions.TABLE,
        *signals.TABLE,
        *tracebacks.TABLE,
        *policies(),
        *((sys.modules[k.__module__], k.__name__, signed) for k, signed in handles.SIGNED.items()),
        (tasks, "Task", handles.Task),
        (asyncio, "Task", handles.Task),
        *_loops(),
        (asyncio.BaseEventLoop, "run_forever", _run_forever),
        (concurrent.futures, "ProcessPoolExecutor", ProcessPoolExecutor),
        (os, "getpid", getpid),
        (os, "_exit", _exit),
        (os, "abort", _abort),
        (asyncio, "_set_running_loop", _set_running_loop),
        (events, "_set_running_loop", _set_running_loop),
        (
            multiprocessing.process.BaseProcess,
            "start",
            refusing.refusing("multiprocessing.Process.start()", refusing.WORKER),
        ),
        (  # by which processes get helpers, such as the one that cleans up after locks
            multiprocessing.util,
            "spawnv_passfds",
            refusing.refusing("multiprocessing.util.spawnv_passfds()", refusing.WORKER),
        ),
        # No audit event tells of these.
        (
            sys.modules.get("_posixsubprocess"),
            "fork_exec",
            refusing.refusing("_posixsubprocess.fork_exec()", refusing.PROGRAM),
        ),
        (
            subprocess,
            "_fork_exec",
            refusing.refusing("subprocess._fork_exec()", refusing.PROGRAM),
        ),
        # The last is new in 3.13; threading has its own name for it, which goes on to work.
        *(
            (_thread, name, refusing.refusing(f"_thread.{name}()", refusing.THREAD))
            for name in ("start_new_thread", "start_new", "start_joinable_thread")
        ),
        (importlib.util, "find_spec", rivals.find_spec),
        (atexit, "register", _register),
        (atexit, "unregister", _unregister),
    ]
    if not list(policies()):  # Python without policies
        table += [(events, "new_event_loop", VirtualLoop), (asyncio, "new_event_loop", VirtualLoop)]
    if sys.version_info >= (3, 12):
        eager = asyncio.create_eager_task_factory(handles.Task)
        table += [(asyncio, "eager_task_factory", eager), (tasks, "eager_task_factory", eager)]
    # Only what this platform and this Python have can be replaced.
    rows = [row for row in table if hasattr(row[0], row[1])]
    for owner, name, value in rows:
        if isinstance(value, FunctionType):  # a program, or who describes its turns, may name it
            value.__name__ = name
            value.__qualname__ = getattr(getattr(owner, name), "__qualname__", name)
    return rows


_TABLE = _table()


@contextlib.contextmanager
def installed(running: Run) -> Iterator[None]:
    """Watch ``running``."""
    if context.current is not None:
        raise RuntimeError("a program is being watched already")
    auditing.listen()
    policy = asyncio.events._event_loop_policy  # type: ignore[attr-defined]
    real = [getattr(owner, name) for owner, name, _ in _TABLE]
    context.current = running
    for owner, name, value in _TABLE:
        setattr(owner, name, value)
    asyncio.events._event_loop_policy = None  # type: ignore[attr-defined]
    for module in _WITH_SETS:
        vars(module)["set"] = Set  # hides the built-in one from the module's functions
    try:
        with datetimes.virtual(), rivals.hidden():
            yield
    finally:
        for module in _WITH_SETS:
            del vars(module)["set"]
        asyncio.events._event_loop_policy = policy  # type: ignore[attr-defined]
        for (owner, name, _), value in zip(_TABLE, real, strict=True):
            setattr(owner, name, value)
        context.current = None
