"""Handles and tasks that know whose turn made them, while a program is watched."""

import asyncio
import functools
from typing import Any

from turns.runtime import context
from turns.runtime.keys import ROOT, Turn, key_of


def _sign(handle: Any) -> None:
    """Note whose turn makes this handle. In debug mode, leave this module out of its traceback."""
    if handle._source_traceback:
        del handle._source_traceback[-1]
    callback = handle._callback
    step = type(callback).__name__ == "TaskStepMethWrapper"
    handle.task = callback.__self__ if step else _stepped_task(callback)
    handle.note = None
    handle.runs = 0
    running = context.current
    if running is None:
        handle.maker, handle.index, handle.parent, handle.seat = ROOT, 0, 0, None
        return
    seat = running.baton.current
    actor = seat.actor
    actor.children += 1
    handle.maker, handle.index, handle.parent = actor.key, actor.children, actor.n
    handle.seat = None if isinstance(actor, Turn) else seat
    if running.observer is not None and isinstance(handle.task, Task):
        running.observer.scheduled(handle.task)


_SLOTS = (
    "index",  # the how-many-th handle of its maker it is
    "maker",  # the key of the turn that made it
    "note",  # a recorder's description of it
    "parent",  # the number of the turn that made it
    "runs",  # how often it has run; a reader of a socket does so more than once
    "seat",  # the thread that made it outside of turns
    "task",  # the task of which it is a step
)


class Handle(asyncio.Handle):
    """asyncio's handle, signed."""

    __slots__ = _SLOTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what asyncio's takes."""
        super().__init__(*args, **kwargs)
        _sign(self)


class TimerHandle(asyncio.TimerHandle):
    """asyncio's timer, signed."""

    __slots__ = _SLOTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what asyncio's takes."""
        super().__init__(*args, **kwargs)
        _sign(self)


class Task(asyncio.Task[Any]):
    """asyncio's task, with a key, a name that counts from 1 in each run, and a steady hash.

    The hash of an ordinary task is its address, so a set of tasks has another order in each run.
    """

    __slots__ = ("hash", "key", "parent", "steps")

    def __init__(self, coro: Any, *, name: Any = None, **kwargs: Any) -> None:
        """Take what asyncio's takes."""
        running = context.current
        self.steps = 0
        if running is None:
            self.hash, self.key, self.parent = object.__hash__(self), 0, 0
        else:
            actor = running.baton.current.actor
            self.key, self.parent = actor.next_task(), actor.n
            self.hash = running.next_number()
            if name is None:
                name = running.next_task_name()
        if running is not None:
            running.tasks.add(self)
        super().__init__(coro, name=name, **kwargs)
        trace = self._source_traceback  # type: ignore[attr-defined]
        if trace:
            del trace[-1]
        if running is not None and running.observer is not None:
            running.observer.created(self)

    def __hash__(self) -> int:
        """Return a number that is the same in each run."""
        return self.hash


for _class in (Handle, TimerHandle, Task):  # what a program prints of them
    _class.__module__ = _class.__base__.__module__

_STEPS = {"task_wakeup", "__step", "__wakeup", "TaskWakeupMethWrapper"}


def _stepped_task(callback: Any) -> asyncio.Task[Any] | None:
    """Return the task of which ``callback`` runs a step; None for any other callback."""
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, asyncio.Future) and isinstance(owner, asyncio.Task):
        kind = type(callback).__name__
        if kind == "TaskStepMethWrapper" or getattr(callback, "__name__", "") in _STEPS:
            return owner
    return None


def identify(handle: Any) -> tuple[int, int, Any]:
    """Return the turn's key, its owner's key and the task it is a step of."""
    task = handle.task
    if isinstance(task, Task):
        return key_of(task.key, "step", task.steps), task.key, task
    owner = key_of(handle.maker, "handle", handle.index)
    return (key_of(owner, "step", handle.runs) if handle.runs else owner), owner, task


_INTERNAL_COROUTINES = {
    "BaseEventLoop.shutdown_asyncgens",
    "BaseEventLoop.shutdown_default_executor",
}


def describe(handle: Any) -> tuple[str, bool]:
    """Name what the handle calls, and say whether that is asyncio's own business.

    A task's step is named after its coroutine; any other callback as short as it is clear:
    ``Event.set``, ``main.tick``.
    """
    if handle.task is not None:
        name = getattr(handle.task.get_coro(), "__qualname__", "")
        return name.replace(".<locals>", ""), name in _INTERNAL_COROUTINES
    callback = handle._callback
    while isinstance(callback, functools.partial):
        callback = callback.func
    name = getattr(callback, "__qualname__", None) or type(callback).__name__
    package = (getattr(callback, "__module__", None) or "").partition(".")[0]
    last = name.rpartition(".")[2]
    of_asyncio = handle.seat is not None and handle.seat.of_asyncio
    internal = of_asyncio or (
        package in {"asyncio", "_asyncio", "concurrent"}
        and (last.startswith("_") or last == "connection_made")
    )
    return name.replace(".<locals>", ""), internal
