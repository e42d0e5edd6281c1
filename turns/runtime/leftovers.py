"""What a program leaves behind that would still run while it is destroyed.

A task that waits, and an async generator that nobody went through to its end, are mostly in
circles. A collection of garbage destroys these, one after the other in an order that nobody
decides; and what stands in their ``finally``, or after a ``with``, may run meanwhile, or not.
"""

import dis
import functools
import types
from collections.abc import Iterator
from typing import Any

from turns.runtime.run import Run

_NAMES = {
    types.CoroutineType: ("cr_frame", "cr_await"),
    types.GeneratorType: ("gi_frame", "gi_yieldfrom"),
    types.AsyncGeneratorType: ("ag_frame", "ag_await"),
}


def are_left(running: Run) -> bool:
    """Tell whether there are such, at the end of a program that ends by itself."""
    tasks = (task._coro for task in list(running.tasks) if not task.done())
    return any(map(_has_more_to_do, (*tasks, *list(running.generators))))


def _has_more_to_do(suspended: object) -> bool:
    return any(
        _has_handlers(frame.f_code)
        for frame in _frames(suspended)
        if not frame.f_globals.get("__name__", "").startswith("asyncio.")  # it only tidies up
    )


def _frames(suspended: Any) -> Iterator[types.FrameType]:
    """Yield the frames of a coroutine, or generator of any kind, and of what it waits for."""
    while names := _NAMES.get(type(suspended)):
        frame, suspended = (getattr(suspended, name) for name in names)
        if frame is not None:
            yield frame


@functools.cache
def _has_handlers(code: types.CodeType) -> bool:
    """Tell whether there is a ``try`` or a ``with`` in it."""
    return any(step.opname == "PUSH_EXC_INFO" for step in dis.get_instructions(code))
