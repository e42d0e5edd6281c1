"""How the state of what runs, or will, is written: coroutines, tasks, handles and their context."""

import asyncio
import contextvars
import gc
import sys
import types
from typing import Any

from turns.exploring import written_in_c
from turns.exploring.opaque import Opaque
from turns.exploring.survey.hidden import hides_a_position
from turns.exploring.writing import Writing
from turns.runtime.handles import SIGNED

_FRAMES = (types.FrameType, types.CodeType)
_HANDLES = frozenset({*SIGNED, *SIGNED.values()})
PREFIXES = {
    types.CoroutineType: "cr",
    types.GeneratorType: "gi",
    types.AsyncGeneratorType: "ag",
}
"""How the attributes of what can be suspended begin."""


def coroutine(walk: Writing, thing: Any) -> None:
    """Write a coroutine, or a generator of any kind: where it is, and its variables."""
    prefix = PREFIXES[type(thing)]
    frame = getattr(thing, f"{prefix}_frame")
    walk.code(getattr(thing, f"{prefix}_code"))
    walk.out += (getattr(thing, f"{prefix}_running"), frame is None)
    walk.out += (thing.__name__, thing.__qualname__)
    if frame is None:
        return
    if sys.version_info >= (3, 15) and hides_a_position(thing, frame):
        raise Opaque("a loop's position, which this Python does not show")
    variables = frame.f_locals
    walk.out.append(frame.f_lasti)
    walk.out += sorted(variables)
    # The values of those variables, in the order of the code, and the value stack with the
    # exception being handled: all that a suspended frame refers to.
    known = {id(frame.f_globals), id(frame.f_builtins), id(variables)}
    referents = gc.get_referents(thing)
    walk.add(*[r for r in referents if id(r) not in known and type(r) not in _FRAMES])


def step(walk: Writing, step: Any) -> None:
    """Write a step of an async generator: whether it was awaited is kept where nothing looks.

    If it is the only one of a generator that runs, it is the one that waits. If it is what a task
    runs, and its generator does not run, it has not begun, or is over as its task is. The others
    are opaque.
    """
    written_in_c.referents(walk, step)
    for one in gc.get_referents(step):
        if type(one) is types.AsyncGeneratorType:
            if id(step) in walk.run_by_tasks and not one.ag_running:
                continue
            if id(one) in walk.stepping or not one.ag_running:
                raise Opaque("a step of an async generator that nobody waits for")
            walk.stepping.add(id(one))


def future(walk: Writing, future: Any) -> None:
    """Write a future or a task."""
    walk.out += (future._state, future._asyncio_future_blocking, future._log_traceback)
    walk.add(future._cancel_message, future._exception, future._result, future._callbacks)
    if isinstance(future, asyncio.Task):
        walk.out += (future.get_name(), future.cancelling(), future._must_cancel)  # type: ignore[attr-defined]
        walk.run_by_tasks.add(id(future._coro))  # type: ignore[attr-defined]
        walk.add(future._coro, future._fut_waiter)  # type: ignore[attr-defined]
        walk.add(*(r for r in gc.get_referents(future) if type(r) is contextvars.Context))
        walk.out.append(future._log_destroy_pending)  # type: ignore[attr-defined]
        walk.out.append(getattr(future, "hash", None))  # decides where it is in a set
    # Until somebody is told, the error that it was cancelled by is another one.
    walk.add(*(r for r in gc.get_referents(future) if isinstance(r, asyncio.CancelledError)))
    walk.add(written_in_c.attributes(future))
    if walk.surroundings.begun(type(future)) is None:
        walk.add(type(future))
    _made(walk, future)


def handle(walk: Writing, handle: Any) -> None:
    """Write a callback that is ready, or that waits for its time."""
    if type(handle) not in _HANDLES:
        raise Opaque("a handle of a class of the program's own")
    walk.out += (handle._cancelled, getattr(handle, "_scheduled", None))
    if isinstance(handle, asyncio.TimerHandle):
        walk.out.append(walk.deadline(handle.when()))
    if not handle._cancelled:
        walk.add(handle._callback, handle._args, handle._context)
        _made(walk, handle)


def context(walk: Writing, context: contextvars.Context) -> None:
    """Write the values of a context."""
    for variable in sorted(context, key=lambda variable: variable.name):
        walk.add(variable, context[variable])


def variable(walk: Writing, variable: "contextvars.ContextVar[Any]") -> None:
    """Write the name and the default of a context variable."""
    walk.add(*gc.get_referents(variable))


def _made(walk: Writing, thing: Any) -> None:
    """Write where something was made, as its text tells in debug mode."""
    if thing._source_traceback:
        walk.out.append(repr([*map(tuple, thing._source_traceback)]))
