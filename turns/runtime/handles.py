"""Handles and tasks that know whose turn made them, while a program is watched."""

import asyncio
import functools
import itertools
import sys
from collections.abc import Iterator
from typing import Any

from turns.runtime import context
from turns.runtime.clock import rounded
from turns.runtime.keys import ROOT, Turn, key_of


def _without_ours(trace: list[Any] | None) -> None:
    """Leave this module out of where something was made, if debug mode has noted that."""
    while trace and trace[-1].filename == __file__:
        del trace[-1]


def _sign(handle: Any) -> None:
    """Note whose turn makes this handle."""
    _without_ours(handle._source_traceback)
    callback = handle._callback
    step = type(callback).__name__ == "TaskStepMethWrapper"
    handle.task = callback.__self__ if step else _stepped_task(callback)
    handle.note = handle.line = None
    handle.arrival = ""
    handle.runs = 0
    running = context.current
    if running is None:
        handle.maker, handle.index, handle.parent, handle.seat = ROOT, 0, 0, None
        handle.registered = False
        return
    strategy = running.strategy
    handle.registered = (
        strategy is not None and strategy.documented and _is_registered(handle, sys._getframe(2))
    )
    seat = running.baton.current
    actor = seat.actor
    actor.children += 1
    handle.maker, handle.index, handle.parent = actor.key, actor.children, actor.n
    handle.seat = None if isinstance(actor, Turn) else seat
    if running.observer is not None:
        running.observer.scheduled(handle, sys._getframe(2))


def _is_registered(handle: Any, frame: Any) -> bool:
    """Tell whether the program's own code asked for this callback with `call_soon`.

    ``frame`` makes the handle. A future that is written in C calls `call_soon` in the name of
    whoever completes it, with itself as the only argument and with a context.
    """
    callback = handle._callback
    arguments: tuple[Any, ...] = handle._args or ()
    if handle.task is not None or type(callback).__name__ == "TaskStepMethWrapper":
        return False
    while frame is not None and frame.f_code.co_name in {"_call_soon", "call_soon"}:
        name = frame.f_code.co_name
        given = frame.f_locals.get("context") if name == "call_soon" else None
        frame = frame.f_back
        if name == "call_soon":
            module = frame.f_globals.get("__name__", "") if frame is not None else ""
            completes = (
                given is not None
                and len(arguments) == 1
                and isinstance(arguments[0], asyncio.Future)
            )
            return not completes and module.partition(".")[0] not in {"asyncio", "concurrent"}
    return False


_SLOTS = (
    "arrival",  # ``io`` or ``signal``: what from outside has it run, if something has
    "index",  # the how-many-th handle of its maker it is
    "line",  # where the program asked for it; a recorder finds that out
    "maker",  # the key of the turn that made it
    "note",  # a recorder's description of it
    "parent",  # the number of the turn that made it
    "registered",  # the program itself called `call_soon`; known where a strategy asks for it
    "runs",  # how often it has run; a reader of a socket does so more than once
    "seat",  # the thread that made it outside of turns
    "task",  # the task of which it is a step
)


_timers = itertools.count(1)
"""Numbers timers: a heap does not keep those with equal deadlines in the order of creation."""


def _number(frame: Any) -> int:
    """Return the number of a timer that ``frame`` asks for.

    For asyncio a deadline is a reading of the clock and a delay, so that no two are equal on a real
    loop. The program may give equal ones to `call_at`: those are in the heap's own order, there as
    here.
    """
    number = next(_timers)
    return number if frame.f_globals.get("__name__", "").startswith("asyncio.") else 0


def timers() -> int:
    """Return a number that the next timer exceeds."""
    return next(_timers)


def _with_heirs(kind: type) -> Iterator[type]:
    yield kind
    heirs: list[type] = kind.__subclasses__()
    for heir in heirs:
        yield from _with_heirs(heir)


def _signed(kind: Any) -> Any:
    """Return a class like ``kind``, a class of handles, that signs what is made of it."""
    is_timer = issubclass(kind, asyncio.TimerHandle)

    def make(self: Any, *args: Any, **kwargs: Any) -> None:
        kind.__init__(self, *args, **kwargs)
        if is_timer:
            self._when, self.number = rounded(self._when), _number(sys._getframe(2))
        _sign(self)

    def fires_before(self: Any, other: Any) -> bool:
        return bool((self._when, self.number) < (other._when, other.number))

    names = ("__module__", "__qualname__", "__doc__")  # a program may print them
    same = {name: getattr(kind, name) for name in names}
    order = {"__slots__": (*_SLOTS, "number"), "__lt__": fires_before} if is_timer else {}
    return type(kind.__name__, (kind,), {**same, "__slots__": _SLOTS, "__init__": make, **order})


SIGNED: dict[type, Any] = {
    kind: _signed(kind)
    for kind in list(_with_heirs(asyncio.Handle))
    if kind.__module__.partition(".")[0] == "asyncio"
}
"""What is to stand in asyncio for each of its classes of handles. Which ones there are depends on
the version: from 3.14 on, `call_soon_threadsafe` has one of its own."""
_Handle: Any = SIGNED[asyncio.Handle]


class Stranger(_Handle):  # type: ignore[misc]
    """Stands in the ready queue for a handle that no class of asyncio's made, and runs it.

    Such a handle has no place for a signature: a program may bring a class of its own.
    """

    __slots__ = ("_original",)

    def __init__(self, original: asyncio.Handle) -> None:
        """Take the handle; whose turn it is now counts as its maker."""
        handle: Any = original
        self._original = handle
        super().__init__(handle._callback, handle._args or (), handle._loop, handle._context)

    @property
    def _cancelled(self) -> bool:
        return bool(self._original._cancelled)

    @_cancelled.setter
    def _cancelled(self, value: bool) -> None:
        """Ignore what the base class begins with."""

    def _run(self) -> None:
        self._original._run()


class Task(asyncio.Task[Any]):
    """asyncio's task, with a key, a name that counts from 1 in each run, and a steady hash.

    The hash of an ordinary task is its address, so a set of tasks has another order in each run.

    Its coroutine is asked for as `_coro` all over this package, never as `get_coro()`. A task that
    ends before its first await, under an eager task factory, lets go of its coroutine; CPython
    3.12.0 to 3.12.4 then return a null pointer from `get_coro()`, which is a crash (gh-122332). The
    attribute is None there and in all later versions.
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
        try:
            super().__init__(coro, name=name, **kwargs)
        except BaseException:
            # Half made: before 3.14, to ask it for its name takes the interpreter down.
            if running is not None:
                running.tasks.discard(self)
            raise
        _without_ours(self._source_traceback)  # type: ignore[attr-defined]
        if running is not None and running.observer is not None:
            running.observer.created(self, coro)

    def __hash__(self) -> int:
        """Return a number that is the same in each run."""
        return self.hash

    def cancel(self, msg: object = None) -> bool:
        """Cancel it; whoever records the run is told."""
        running = context.current
        if running is not None and running.observer is not None:
            running.observer.cancelled(self, sys._getframe(1))
        return super().cancel(msg)


Task.__module__ = asyncio.Task.__module__  # what a program prints of it

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
        name = getattr(handle.task._coro, "__qualname__", "")
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
