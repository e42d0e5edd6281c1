"""What `turns` takes from the insides of asyncio and CPython, and whether this Python has it.

Nobody promises any of it, so another Python may have it in another shape. Everything that would
make a run fail, or a mark wrong, is named here with a check of some microseconds; commands ask
`unexpected` before they import what relies on it. What is read at every turn stays a plain
attribute access where it is used.

All of it was looked at in the sources and seen to hold on `CHECKED`; where a version has no such
thing, its row says since or until which it counts.
"""

import abc
import asyncio
import concurrent.futures.thread
import contextlib
import contextvars
import ctypes
import dis
import gc
import logging
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import CodeType
from typing import Any

from turns.runtime import methods

CHECKED = ("3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2")
"""The versions of CPython on which every row was seen to hold."""


@dataclass(frozen=True)
class Inside:
    """One thing that is taken for granted."""

    what: str
    """Its name, as the report has it."""
    holds: Callable[[], bool]
    """Say whether it is as expected; an exception means that it is not."""
    since: tuple[int, int] = (3, 11)
    until: tuple[int, int] = (99, 0)
    """The first version without it."""

    def is_there(self) -> bool:
        """Say whether this Python has it as expected, or need not have it."""
        if not self.since <= sys.version_info[:2] < self.until:
            return True
        try:
            return bool(self.holds())
        except Exception:  # noqa: BLE001 - whatever a changed Python raises
            return False


def unexpected() -> str | None:
    """Return one line about what this Python does not have as expected; None if it has it all."""
    missing = [inside.what for inside in _insides() if not inside.is_there()]
    if not missing:
        return None
    version = ".".join(map(str, sys.version_info[:3]))
    more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
    return (
        f"this Python ({version}) is not as expected: {missing[0]}{more};"
        f" programs can be watched on CPython {CHECKED[0]} to {CHECKED[-1]}"
    )


def _insides() -> Iterator[Inside]:
    """Yield every row; sample objects are made once and left behind clean."""
    yield from _of_handles()
    with contextlib.closing(asyncio.new_event_loop()) as loop:
        yield from _of_loops(loop)
        yield from _of_futures(loop)
    yield from _of_callbacks()
    yield from _of_threads()
    yield from _of_cpython()


def _attributes(name: str, owner: object, attributes: str, **versions: Any) -> Iterator[Inside]:
    """Yield a row for each attribute that ``owner``, which is called ``name``, has to have."""
    for attribute in attributes.split():
        yield Inside(f"{name}.{attribute}", partial(hasattr, owner, attribute), **versions)


def _of_handles() -> Iterator[Inside]:
    """`runtime.handles`, `runtime.ready`, `exploring.digest`, `exploring.object_graph`."""
    handle: Any = asyncio.Handle
    timer: Any = asyncio.TimerHandle
    slots = "_callback _args _context _cancelled _loop _source_traceback"
    yield from _attributes("asyncio.Handle", handle, slots)
    yield from _attributes("asyncio.TimerHandle", timer, "_when _scheduled")
    yield Inside("asyncio.Handle._run as Python code", lambda: bool(handle._run.__code__))
    yield Inside(
        "asyncio's classes of handles by their names in asyncio.events",
        lambda: all(  # an heir of one that is called like it is ours
            issubclass(kind, getattr(sys.modules[kind.__module__], kind.__name__))
            for kind in (handle, *handle.__subclasses__(), *timer.__subclasses__())
            if kind.__module__.startswith("asyncio.")
        ),
    )


def _of_loops(loop: Any) -> Iterator[Inside]:
    """`runtime.loop`, `runtime.patches`, `exploring.digest`, `exploring.search`."""
    names = "_asyncgens _clock_resolution _closed _default_executor _exception_handler"
    names += " _process_events _ready _scheduled _selector _stopping _task_factory _write_to_self"
    yield from _attributes("loop", loop, f"{names} subprocess_exec subprocess_shell")
    yield Inside("loop._ready as a deque", lambda: type(loop._ready) is deque)
    yield Inside("loop._scheduled as a list", lambda: type(loop._scheduled) is list)
    yield Inside(
        "one socket in the selector of a new loop", lambda: len(loop._selector.get_map()) == 1
    )
    base = asyncio.BaseEventLoop
    yield Inside(
        "the qualified names of the loop's own coroutines",
        lambda: (
            base.shutdown_asyncgens.__qualname__ == "BaseEventLoop.shutdown_asyncgens"
            and base.shutdown_default_executor.__qualname__
            == "BaseEventLoop.shutdown_default_executor"
        ),
    )
    names = "_get_running_loop _set_running_loop"
    yield from _attributes("asyncio", asyncio, names)
    yield from _attributes("asyncio", asyncio, "create_eager_task_factory", since=(3, 12))
    yield from _attributes("asyncio.events", asyncio.events, "_event_loop_policy")


def _of_futures(loop: Any) -> Iterator[Inside]:
    """`runtime.waiting`, `recording.recorder`, `exploring.object_graph`, `exploring.commuting`."""
    future = loop.create_future()
    names = "_state _exception _result _callbacks _cancel_message _asyncio_future_blocking"
    names += " _log_traceback _source_traceback"
    yield from _attributes("asyncio.Future", future, names)
    yield Inside("asyncio.Future._state as PENDING", lambda: future._state == "PENDING")
    names = "_coro _fut_waiter _must_cancel _log_destroy_pending _log_traceback"
    yield from _attributes("asyncio.Task", asyncio.Task, names)

    yield from _attributes("asyncio.Timeout", asyncio.Timeout(None), "_when")

    def steps() -> bool:
        async def waits() -> None:
            await future

        task: Any = asyncio.Task(waits(), loop=loop)
        (first,) = loop._ready
        loop.call_soon(loop.stop)
        loop.run_forever()
        ((second, _),) = future._callbacks
        future.cancel()
        loop.call_soon(loop.stop)
        loop.run_forever()
        wrapper = type(first._callback).__name__ == "TaskStepMethWrapper"
        return (
            wrapper
            and first._callback.__self__ is task
            and second.__self__ is task
            and second.__name__ == "task_wakeup"
        )

    def sees_context() -> bool:
        async def nothing() -> None: ...

        task = asyncio.Task(nothing(), loop=loop)
        found = any(type(one) is contextvars.Context for one in gc.get_referents(task))
        loop.run_until_complete(task)
        return found

    yield Inside("a task's context among its referents", sees_context)
    yield Inside("the callbacks that run the steps of a task", steps)


def _of_callbacks() -> Iterator[Inside]:
    """`exploring.commuting`, which takes asyncio's callbacks by their names and cells."""

    def cells(function: Any, inner: str) -> set[str]:
        codes = (c for c in function.__code__.co_consts if isinstance(c, CodeType))
        return {name for code in codes if code.co_name == inner for name in code.co_freevars}

    yield Inside(
        "the cells of gather()'s callback",
        lambda: {"nfinished", "nfuts"} <= cells(asyncio.gather, "_done_callback"),
    )
    tasks: Any = asyncio.tasks
    yield Inside(
        "the cells of wait()'s callback",
        lambda: {"return_when", "counter"} <= cells(tasks._wait, "_on_completion"),
    )
    names = "_on_completed_fut _tasks _on_task_done"
    yield from _attributes("asyncio.TaskGroup", asyncio.TaskGroup(), names)
    futures: Any = asyncio.futures
    wake = "_set_result_unless_cancelled"
    yield Inside(f"asyncio.futures.{wake}", lambda: getattr(futures, wake).__qualname__ == wake)
    yield Inside(
        "the argument of asyncio.sleep", lambda: "delay" in asyncio.sleep.__code__.co_varnames
    )


def _of_threads() -> Iterator[Inside]:
    """`runtime.blocking`, `runtime.execute`, `runtime.isolation`, `runtime.pools`."""
    pools: Any = concurrent.futures.thread
    thread = threading.Thread()
    yield from _attributes("threading.Thread", thread, "_bootstrap _started _target")
    names = "_allocate_lock _PyRLock _time __excepthook__ _counter"
    yield from _attributes("threading", threading, names)
    yield from _attributes("queue", queue, "_PySimpleQueue time")
    names = "_WorkItem _global_shutdown_lock _threads_queues _python_exit _shutdown"
    yield from _attributes("concurrent.futures.thread", pools, names)
    yield from _attributes("ThreadPoolExecutor", pools.ThreadPoolExecutor, "_counter")
    yield Inside(
        "the job of concurrent.futures.thread._WorkItem",
        lambda: bool({"fn", "task"} & {*pools._WorkItem.__init__.__code__.co_varnames}),
    )
    yield from _attributes("logging.Manager", logging.root.manager, "loggerDict disable")


def _of_cpython() -> Iterator[Inside]:
    """`recording.lines`, `runtime.waiting`, `runtime.watchdog`, `exploring`."""
    yield from _attributes("sys", sys, "_getframe _current_frames")
    yield from _attributes("sys", sys, "monitoring", since=(3, 12))
    yield from _attributes("gc", gc, "get_referents freeze unfreeze")
    if sys.platform != "emscripten":  # where nothing can stop a thread
        yield Inside(
            "PyThreadState_SetAsyncExc",
            lambda: bool(ctypes.pythonapi.PyThreadState_SetAsyncExc),
        )

    def sees_variables() -> bool:
        async def suspended(value: object) -> None:
            await value  # type: ignore[misc]  # never run

        value = object()
        coroutine = suspended(value)
        found = any(one is value for one in gc.get_referents(coroutine))
        coroutine.close()
        return found

    def shows_attributes() -> bool:
        with contextlib.closing(asyncio.new_event_loop()) as loop:
            future: Any = loop.create_future()
            future.note = 1
            return bool(object.__getstate__(future) == {"note": 1})

    yield Inside("the attributes of a future as its state", shows_attributes)
    yield Inside("abc._get_dump", lambda: len(vars(abc)["_get_dump"](abc.ABC)) == 4)
    yield Inside("a coroutine's variables among its referents", sees_variables)
    default = object()
    variable = contextvars.ContextVar("variable", default=default)
    yield Inside(
        "a context variable's default among its referents",
        lambda: any(one is default for one in gc.get_referents(variable)),
    )
    yield Inside("the flag of heap types", lambda: bool(Inside.__flags__ & 1 << 9))
    yield Inside("the flag of immutable types", lambda: bool(int.__flags__ & 1 << 8))
    yield Inside("methods of datetime that can be replaced", methods.is_replaceable)
    yield from _attributes("logging", logging, "_startTime")
    names = {"IMPORT_NAME", "STORE_GLOBAL", "DELETE_GLOBAL", "STORE_ATTR", "DELETE_ATTR"}
    yield Inside("the names of opcodes", lambda: names <= dis.opmap.keys())
