"""Where a task is suspended, and what it waits for."""

import asyncio
import gc
import inspect
import os
import weakref
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import AsyncGeneratorType, CoroutineType, FrameType, GeneratorType
from typing import Any, Protocol

from turns.runtime import own, switching
from turns.runtime.calling import thing
from turns.runtime.problem import Waiting
from turns.runtime.threads import Baton, Seat


class WaitKind(StrEnum):
    """What sort of thing is waited for."""

    TIMER = "timer"
    """A time to come."""
    SHARED = "shared"
    """A lock, a queue or the like, which others have or feed."""
    THREAD = "thread"
    IO = "io"
    """The network."""
    TASK = "task"
    """One or more other tasks."""
    FUTURE = "future"
    """Anything else that somebody will complete."""
    TURN = "turn"
    """Only a turn: it could go on."""


@dataclass(frozen=True, slots=True)
class Wait:
    """What a task waits for."""

    kind: WaitKind
    on: str
    """Its name, such as ``Queue.get()``."""


_KINDS = {
    "asyncio.locks": WaitKind.SHARED,
    "asyncio.queues": WaitKind.SHARED,
    "asyncio.streams": WaitKind.IO,
    "asyncio.taskgroups": WaitKind.TASK,
    "asyncio.tasks": WaitKind.TASK,
    "asyncio.threads": WaitKind.THREAD,
    "asyncio.timeouts": WaitKind.TIMER,
}
"""By the module of asyncio in which a task waits; its loops have more than one kind."""
_OF_LOOPS = {
    "getaddrinfo": WaitKind.THREAD,
    "getnameinfo": WaitKind.THREAD,
    "run_in_executor": WaitKind.THREAD,
    "shutdown_default_executor": WaitKind.THREAD,
    "shutdown_asyncgens": WaitKind.TASK,
}
"""By the name of a loop's method; all others wait for the network."""


class Watched(Protocol):
    """The run that is described (`turns.runtime.run.Run`)."""

    filename: str
    baton: Baton
    tasks: weakref.WeakSet[Any]
    holders: weakref.WeakKeyDictionary[Any, str | None]


def line_of(task: asyncio.Task[Any], filename: str) -> int | None:
    """Return the innermost line in the program's file at which a task is suspended."""
    line = None
    for frame in _frames(task):
        if frame.f_code.co_filename == filename:
            line = frame.f_lineno
    return line


def suspended(task: asyncio.Task[Any], filename: str) -> tuple[int | None, Wait]:
    """Return the innermost line in the program's file, and what is awaited there.

    That is named by the outermost public call below the program's own lines, such as
    ``Queue.get()``, else by the outermost; by what is inside of a ``wait_for()``, if that can be
    told. Its kind is that of the outermost call that has one. Modules in the program's folder
    belong to it.
    """
    line, name, kind, settled = None, "", None, False
    folder = os.path.dirname(filename)  # noqa: PTH120  # at each turn
    for frame in _frames(task):
        code = frame.f_code
        if code.co_filename == filename or own.within(code.co_filename, folder):
            name, kind, settled = "", None, False
            if code.co_filename == filename:
                line = frame.f_lineno
            continue
        within = code.co_name == "wait_for"
        if kind is None or (kind is WaitKind.TIMER and not settled):
            kind = (WaitKind.TIMER if within else _kind(frame)) or kind
        private = code.co_name.startswith("_") and not _completes(frame)
        if not settled and not (private and name):
            name = _call(frame)
            settled = not private and not within
    future = _future(getattr(task, "_fut_waiter", None))
    return line, Wait(kind or future.kind, name or future.on)


def _frames(task: asyncio.Task[Any]) -> Iterator[FrameType]:
    """Yield the frames in which a task is suspended, from its coroutine inwards."""
    inner: Any = task._coro  # type: ignore[attr-defined]
    while inner is not None:
        if isinstance(inner, CoroutineType):
            frame, inner = inner.cr_frame, inner.cr_await
        elif isinstance(inner, GeneratorType):
            frame, inner = inner.gi_frame, inner.gi_yieldfrom
        elif isinstance(inner, AsyncGeneratorType):
            frame, inner = inner.ag_frame, inner.ag_await
        else:
            inner = _generator(inner)
            continue
        if frame is None:
            return
        yield frame


def _kind(frame: FrameType) -> WaitKind | None:
    """Return the kind of a wait inside of asyncio; None elsewhere."""
    module, name = frame.f_globals.get("__name__", ""), frame.f_code.co_name
    if not module.startswith("asyncio."):
        return None
    if module == "asyncio.tasks" and name == "sleep":
        return WaitKind.TIMER
    return _KINDS.get(module) or _OF_LOOPS.get(name, WaitKind.IO)


def _generator(inner: object) -> Any:
    """Return the asynchronous generator that an ``anext()`` runs; it does not name it itself."""
    for found in gc.get_referents(inner):
        if isinstance(found, (AsyncGeneratorType, CoroutineType, GeneratorType)):
            return found
    return None


def _completes(frame: FrameType) -> bool:
    """Tell whether this is what `asyncio.as_completed` gives to be awaited."""
    name = frame.f_code.co_qualname
    parts = ("as_completed.<locals>.", "_AsCompletedIterator.")  # the latter from 3.13 on
    return name.startswith(parts) and frame.f_globals.get("__name__") == "asyncio.tasks"


def _call(frame: FrameType) -> str:
    if _completes(frame):
        return "as_completed()"
    name = frame.f_code.co_qualname
    if name == "sleep":
        delay = frame.f_locals.get("delay")
        return f"sleep({delay:g})" if isinstance(delay, (int, float)) else "sleep()"
    owner = frame.f_locals.get("self")
    if isinstance(owner, asyncio.AbstractEventLoop):
        return f"loop.{frame.f_code.co_name}()"
    if owner is not None and "." in name:
        return f"{type(owner).__name__}.{frame.f_code.co_name}()"
    return f"{name}()"


def _future(future: Any) -> Wait:
    if future is None:
        return Wait(WaitKind.TURN, "a turn")
    if isinstance(future, asyncio.Task):
        return Wait(WaitKind.TASK, future.get_name())
    callbacks = getattr(future, "_callbacks", None) or ()
    for callback, _ in callbacks:
        name = getattr(callback, "__qualname__", "")
        if "_chain_future" in name:
            return Wait(WaitKind.THREAD, "run_in_executor()")
        if name == "shield.<locals>._outer_done_callback":
            inner = inspect.getclosurevars(callback).nonlocals.get("inner")
            return Wait(WaitKind.TASK, f"shield({_future(inner).on})")
    children = getattr(future, "_children", None)
    if children:
        names = ", ".join(_future(child).on for child in children if not child.done())
        return Wait(WaitKind.TASK, f"gather({names})")
    return Wait(WaitKind.FUTURE, type(future).__name__.strip("_"))


def frame_line(frame: FrameType | None, filename: str) -> int | None:
    """Return the line of the innermost frame that belongs to the program.

    The frames that wait for a loop are not asked: what the loop runs is not there.
    """
    while frame is not None and frame.f_code.co_name != "run_forever":
        if frame.f_code.co_filename == filename:
            return frame.f_lineno
        frame = frame.f_back
    return None


def describe(
    running: Watched,
    in_loop: Collection[Seat | None],
    stepping: str | None,
    at: int | None = None,
) -> tuple[Waiting, ...]:
    """Say of every task that is not done, and of every thread, where it stands.

    ``in_loop`` are the threads that wait because their loop has nothing to do; ``stepping`` is the
    task whose step is running, if one is; ``at`` is the line where it, or else the thread, is, if
    that is known.
    """
    found = []
    frames = switching.current.frames()
    baton = running.baton
    for seat in baton.seats:
        line = frame_line(frames.get(seat.ident), running.filename)
        if seat is baton.current and not seat.waiting:
            line = at or line or _suspended(stepping, running)
            found.append(Waiting(stepping or seat.name, line, "runs"))
        elif seat not in in_loop:
            # In the midst of a turn: whoever has it holds the thread.
            name = getattr(seat.actor, "task", None) or seat.name
            blocked = _blocked(frames.get(seat.ident), running.filename)
            found.append(Waiting(name, line, blocked if seat.waiting else "a turn"))
        elif seat is not baton.main:
            found.append(Waiting(seat.name, line, "waits for its loop's turns"))
    tasks = sorted(running.tasks, key=lambda task: int(task.hash))
    named = {one.name for one in found}
    left = [task for task in tasks if not task.done() and task.get_name() not in named]
    return (*found, *(_waiting(task, running) for task in left))


def _blocked(frame: FrameType | None, filename: str) -> str:
    """Return the call with which the program blocks its thread."""
    call = ""
    while frame is not None and frame.f_code.co_filename != filename:
        if not frame.f_globals.get("__name__", "").startswith("turns.runtime.threads"):
            call = _call(frame)
        frame = frame.f_back
    return _PLAIN.get(call, call) or "waits"


_PLAIN = {"_join()": "Thread.join()", "_sleep()": "time.sleep()"}
"""What stands in for a function of the library has another name."""


def _suspended(name: str | None, running: Watched) -> int | None:
    """Return the line of the task with this name, if it is between two steps."""
    for task in list(running.tasks):
        if name is not None and task.get_name() == name and not task.done():
            return suspended(task, running.filename)[0]
    return None


def _waiting(task: asyncio.Task[Any], running: Watched) -> Waiting:
    line, wait = suspended(task, running.filename)
    lock, unfinished = None, 0
    for frame in _frames(task):
        if frame.f_code is asyncio.Lock.acquire.__code__:
            lock = frame.f_locals["self"]
        if frame.f_code is asyncio.Queue.join.__code__:
            unfinished = frame.f_locals["self"]._unfinished_tasks
    if lock is None:
        return Waiting(task.get_name(), line, wait.on, unfinished=unfinished)
    name = thing(running.filename, line)
    return Waiting(task.get_name(), line, wait.on, name, running.holders.get(lock) or "")
