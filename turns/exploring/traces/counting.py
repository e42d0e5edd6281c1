"""Callbacks of asyncio's own that only count: it does not matter in which order they do.

When a child of `asyncio.gather` succeeds, when a task that `asyncio.wait` waits for ends, when a
task of a `TaskGroup` ends without an error, a callback adds one to a counter; the one that makes
the counter full wakes whoever waits. Which of them that is depends on the order, but nothing else
does: after all of them the same number has been counted, and the same future has been completed
with the same result, which is read off the children, not off the callbacks. So two callbacks that
`counts` says are plain and of the same counter may change places, and what the last one has woken
comes after all of them: no order of them need be tried. All of them touch the same things, so that
whoever conflicts with one (it cancels the whole, say) conflicts with each.

Not plain is a callback that does more than count: that of a child that failed, or of any where the
first is waited for. It conflicts with the others.

That its own child is done a callback only reads, and a future that is done stays as it is.
"""

import asyncio
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Count:
    """What a callback that counts touches."""

    counter: object
    """What those that count together have in common."""
    touched: tuple[object, ...]
    """Itself and nothing that can be reached from it; with the counter that is all."""


def counts(handle: Any) -> Count | None:
    """Say what the callback of ``handle`` counts, if it only counts."""
    callback, arguments = handle._callback, handle._args
    if isinstance(callback, types.MethodType):
        group: Any = callback.__self__
        if callback.__func__ is _OF_A_GROUP and type(group) is _GROUP and not _failed(arguments[0]):
            return Count(group, (group._tasks, group._on_completed_fut))
    elif isinstance(callback, types.FunctionType):
        if callback.__code__ is _GATHERED:
            return _gathered(callback, arguments[0])
        if callback.__code__ is _WAITED_FOR:
            return _waited_for(callback, arguments[0])
    return None


def _gathered(callback: types.FunctionType, child: Any) -> Count | None:
    cells = _cells(callback)
    outer = cells["outer"].cell_contents
    if outer is None or child.cancelled():
        return None
    if _failed(child) and not cells["return_exceptions"].cell_contents:
        return None
    return Count(cells["nfinished"], (outer,))


def _waited_for(callback: types.FunctionType, task: Any) -> Count | None:
    cells = _cells(callback)
    until = cells["return_when"].cell_contents
    if until == asyncio.ALL_COMPLETED or (until == asyncio.FIRST_EXCEPTION and not _failed(task)):
        touched = (cells["waiter"].cell_contents, cells["timeout_handle"].cell_contents)
        return Count(cells["counter"], touched)
    return None


def _cells(function: types.FunctionType) -> dict[str, types.CellType]:
    return dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True))


def _failed(future: Any) -> bool:
    return not future.cancelled() and future._exception is not None


def _inside(function: Any, name: str) -> types.CodeType:
    def codes(code: types.CodeType) -> Iterator[types.CodeType]:
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                yield constant

    return next(code for code in codes(function.__code__) if code.co_name == name)


_GROUP: Any = asyncio.TaskGroup
_OF_A_GROUP = _GROUP._on_task_done
_GATHERED = _inside(asyncio.gather, "_done_callback")
_WAITED_FOR = _inside(asyncio.tasks._wait, "_on_completion")  # type: ignore[attr-defined]
