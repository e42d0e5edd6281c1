"""Where a task is suspended, and what it waits for."""

import asyncio
import gc
import sys
from types import AsyncGeneratorType, CoroutineType, FrameType, GeneratorType
from typing import TYPE_CHECKING, Any

from turns.trouble import Waiting

if TYPE_CHECKING:
    from turns.watch import Watch


def suspended(task: asyncio.Task[Any], filename: str) -> tuple[int | None, str]:
    """Return the innermost line in the program's file, and the name of what is awaited there.

    What is awaited is named by the outermost public call below that, such as ``Queue.get()``;
    by what is inside of a ``wait_for()`` or a ``__aenter__()``, if that can be told. A private
    helper tells nothing: from Python 3.14 on, ``TaskGroup.__aexit__()`` waits in ``_aexit()``.
    """
    line, library, settled = None, "", False
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
            break
        code = frame.f_code
        if code.co_filename == filename:
            line, library, settled = frame.f_lineno, "", False
        elif not settled and not (library and _is_private(code.co_name)):
            library = _call(frame)
            settled = not code.co_name.startswith("_") and code.co_name != "wait_for"
    return line, library or _future(getattr(task, "_fut_waiter", None))


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def _generator(inner: object) -> Any:
    """Return the asynchronous generator that an ``anext()`` runs; it does not name it itself."""
    for found in gc.get_referents(inner):
        if isinstance(found, (AsyncGeneratorType, CoroutineType, GeneratorType)):
            return found
    return None


def _call(frame: FrameType) -> str:
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


def _future(future: Any) -> str:
    if future is None:
        return "a turn"
    if isinstance(future, asyncio.Task):
        return future.get_name()
    callbacks = getattr(future, "_callbacks", None) or ()
    if any("_chain_future" in getattr(one, "__qualname__", "") for one, _ in callbacks):
        return "run_in_executor()"
    children = getattr(future, "_children", None)
    if children:
        return f"gather({', '.join(_future(child) for child in children if not child.done())})"
    return type(future).__name__.strip("_")


def frame_line(frame: FrameType | None, filename: str) -> int | None:
    """Return the line of the innermost frame that belongs to the program."""
    while frame is not None:
        if frame.f_code.co_filename == filename:
            return frame.f_lineno
        frame = frame.f_back
    return None


def describe(running: "Watch") -> tuple[Waiting, ...]:
    """Say of every task that is not done, and of every thread, where it stands."""
    found = []
    frames = sys._current_frames()
    stepping = running.stepping()
    seats = running.baton.seats
    for seat in seats:
        line = frame_line(frames.get(seat.ident), running.filename)
        if seat is running.baton.current and not seat.waiting:
            found.append(Waiting(stepping or seat.name, line, "runs"))
        elif seat is not running.baton.main or not running.waits_in_loop(seat):
            found.append(Waiting(seat.name, line, "waits" if seat.waiting else "a turn"))
    for task in sorted(running.tasks, key=lambda task: int(task.hash)):
        if not task.done() and task.get_name() != stepping:
            line, on = suspended(task, running.filename)
            found.append(Waiting(task.get_name(), line, on))
    return tuple(found)
