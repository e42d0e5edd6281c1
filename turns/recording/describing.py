"""What a recorder notes of handles, frames and texts."""

import asyncio
import functools
import math
from collections.abc import Iterator
from types import FrameType
from typing import Any

from turns.recording.recording import Callback, Stream, Timer, Written
from turns.runtime import handles


def _of_turn(frame: FrameType | None) -> Iterator[FrameType]:
    """Yield a frame and those that wait for it within the same turn, innermost first."""
    while frame is not None and frame.f_code is not _RUN:
        yield frame
        frame = frame.f_back


_RUN = asyncio.Handle._run.__code__


def line_of(frame: FrameType | None, filename: str) -> int | None:
    """Return the innermost line of the program; None if this turn has come to none of its lines."""
    while frame is not None and frame.f_code is not _RUN:  # at each handle: a generator is slow
        if frame.f_code.co_filename == filename:
            return frame.f_lineno
        frame = frame.f_back
    return None


def is_by_run(frame: FrameType) -> bool:
    """Tell whether `asyncio.run` itself does what this frame does."""
    return any(one.f_globals.get("__name__") == "asyncio.runners" for one in _of_turn(frame))


def cancelled_through(frame: FrameType) -> str | None:
    """Return the task whose cancelling led to ``frame``, in which it cancels what it waits for."""
    cancel = handles.Task.cancel.__code__
    tasks = [one.f_locals["self"] for one in _of_turn(frame) if one.f_code is cancel]
    return tasks[-1].get_name() if tasks else None


def raised_at(error: BaseException, filename: str, *, is_new: bool) -> int | None:
    """Return the line of the program at which a task failed with an exception.

    That is the innermost through which it came; of one that is not new, but was met by awaiting
    another task, the outermost, because those inside are the other's.
    """
    line, traceback = None, error.__traceback__
    while traceback is not None and (is_new or line is None):
        if traceback.tb_frame.f_code.co_filename == filename:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def extend(pieces: list[Written], text: str, stream: Stream) -> None:
    """Add what is written to what has been, cut after each newline."""
    if pieces and goes_on(pieces[-1], stream):
        text = pieces.pop().text + text
    *lines, rest = text.split("\n")
    pieces.extend(Written(f"{line}\n", stream) for line in lines)
    if rest:
        pieces.append(Written(rest, stream))


def goes_on(last: Written, stream: Stream) -> bool:
    """Tell whether what is written now is a part of the same line."""
    return last.stream is stream and not last.text.endswith("\n")


def ready_of(loop: Any) -> list[Any]:
    """Return the handles in a loop's ready queue."""
    return [handle for handle in loop._ready if not handle._cancelled]


def timers_of(loop: Any) -> list[Any]:
    """Return its pending timers, by deadline."""
    coming = [one for one in loop._scheduled if not one._cancelled and one._when < math.inf]
    return sorted(coming, key=lambda handle: handle._when)


Described = tuple[str | None, str, str, bool]
"""The fields of a `Callback`."""
_PLAIN = (str, int, float, bool, type(None))
_LONGEST = 60
"""Characters of arguments that are told."""


def _arguments(handle: Any) -> str:
    """Write down what a handle calls its function with, if anybody would know it again by that."""
    if handle.task is not None:
        return ""
    given = handle._args or ()
    callback = handle._callback
    while isinstance(callback, functools.partial):
        given, callback = (*callback.args, *given), callback.func
    if not all(type(one) in _PLAIN for one in given):
        return ""
    written = ", ".join(map(repr, given))
    return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"


def callback_of(handle: Any, known: dict[Described, Callback]) -> Callback:
    """Describe a handle that is ready; once, since it may be so after many turns.

    Equal descriptions are the same object, from ``known``.
    """
    note = handle.note
    if isinstance(note, Callback):
        return note
    if handle.task is None and isinstance(handle, asyncio.TimerHandle):
        timer = timer_of(handle)
        key = timer.task, timer.callback, timer.arguments, timer.internal
    else:
        name = handle.task.get_name() if handle.task is not None else None
        callback, internal = handles.describe(handle)
        key = name, callback, _arguments(handle), internal
    note = known.get(key)
    if note is None:
        note = known[key] = Callback(*key)
    handle.note = note
    return note


def timer_of(handle: Any) -> Timer:
    """Describe a timer, with the task that it will wake if that can be told; then, once."""
    note = handle.note
    if isinstance(note, Timer):
        return note
    task: Any = getattr(getattr(handle._callback, "__self__", None), "_task", None)
    for argument in handle._args or ():
        if isinstance(argument, asyncio.Future) and not isinstance(argument, asyncio.Task):
            for callback, _ in getattr(argument, "_callbacks", None) or ():
                task = getattr(callback, "__self__", None)
    name = task.get_name() if isinstance(task, asyncio.Task) else None
    callback, internal = handles.describe(handle)
    timer = Timer(round(handle._loop.due(handle), 6), name, callback, _arguments(handle), internal)
    if name is not None:
        handle.note = timer
    return timer
