"""Callbacks of asyncio's own of which it does not matter when they run."""

import asyncio
import types
from typing import Any

from turns.runtime.handles import Stranger


def commutes(handle: Any) -> bool:  # noqa: PLR0911 - one callback after the other
    """Tell whether ``handle`` commutes with everything that could run before it.

    - A child of `gather` that succeeds, and is not the last, adds one to a counter which only the
      other children read.
    - The same in `asyncio.wait` for all; and in a `TaskGroup` that is being left, where it takes
      the task out of a set that only the last one looks at, and that `cancel()` skips because it
      is done.
    """
    callback = handle._callback
    if handle.task is not None or isinstance(callback, types.BuiltinFunctionType):
        return False
    if isinstance(handle, Stranger):  # who knows what it does beside calling that
        return False
    if not (getattr(callback, "__module__", "") or "").startswith("asyncio."):
        return False
    name = getattr(callback, "__qualname__", "")
    if name == "gather.<locals>._done_callback":
        cells = _cells(callback)
        return _succeeded(handle._args[0]) and bool(cells["nfinished"] + 1 < cells["nfuts"])
    if name == "_wait.<locals>._on_completion":
        cells = _cells(callback)
        return bool(cells["return_when"] == asyncio.ALL_COMPLETED and cells["counter"] > 1)
    if name == "TaskGroup._on_task_done":
        group = callback.__self__
        leaving = group._on_completed_fut is not None and len(group._tasks) > 1
        return leaving and _succeeded(handle._args[0])
    return False


def _cells(function: Any) -> dict[str, Any]:
    names = function.__code__.co_freevars
    return {n: c.cell_contents for n, c in zip(names, function.__closure__, strict=True)}


def _succeeded(future: Any) -> bool:
    return bool(future._state == "FINISHED" and future._exception is None)
