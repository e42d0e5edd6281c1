"""What a turn can touch: two turns that touch nothing in common may change places.

A turn can only read or change what it can reach from its coroutine or callback, and from the global
names that the code there mentions. `footprint` collects the mutable part of that, as ids. What a
turn does to the loop is no conflict: it makes handles ready and sets timers, and the order of those
is no part of a schedule's state. What it prints, and the names of tasks it makes, is compared after
it has run (`turns.exploring.search`).

Futures are touched without what waits for them: completing one makes callbacks ready and runs none.
Functions, classes and modules count as unchanging, in programs that do not store attributes on
anything but ``self`` and mention nothing in `_REACHING`; others have no footprints at all.
"""

import asyncio
import contextvars
import dis
import functools
import gc
import types
import weakref
from typing import Any

from turns.exploring.digest import CLOCK_NAMES, names_in
from turns.runtime.handles import Stranger, Task

_REACHING = frozenset(
    "globals locals vars eval exec setattr delattr __dict__ modules _getframe inspect gc"
    " ctypes all_tasks current_task get_coro get_context stop close set_task_factory"
    " set_exception_handler random lru_cache cache local SystemExit KeyboardInterrupt exit"
    " quit _exit abort".split()
)
"""Names by which a turn could reach more than can be seen."""
_CONSTANT = (
    *(str, bytes, int, float, bool, complex, type(None), type(...), range, slice),
    *(types.CodeType, types.ModuleType, types.BuiltinFunctionType, types.GetSetDescriptorType),
    *(types.MethodDescriptorType, types.WrapperDescriptorType, types.MemberDescriptorType),
)
_TRANSPARENT = (tuple, frozenset, types.FunctionType, types.MethodType, functools.partial)
"""Unchanging themselves; what they hold may change."""


def has_footprints(code: types.CodeType) -> bool:
    """Tell whether the turns of this program can be told apart by what they touch."""
    return not names_in(code) & (_REACHING | CLOCK_NAMES) and not _stores_elsewhere(code)


def _stores_elsewhere(code: types.CodeType) -> bool:
    before = None
    for step in dis.get_instructions(code):
        if step.opname in {"STORE_GLOBAL", "DELETE_GLOBAL"}:
            return True
        if step.opname in {"STORE_ATTR", "DELETE_ATTR"} and (before is None or before != "self"):
            return True
        before = step.argval if step.opname.startswith("LOAD_FAST") else None
        if isinstance(before, tuple):
            before = before[-1]
    return any(_stores_elsewhere(c) for c in code.co_consts if isinstance(c, types.CodeType))


@functools.lru_cache(maxsize=256)
def _mentioned(code: types.CodeType) -> frozenset[str]:
    return names_in(code)


def footprint(handle: Any, module: dict[str, Any]) -> frozenset[int] | None:
    """Return the ids of what the turn of ``handle`` can touch; None if that may be anything.

    ``module`` is the program's global variables. Only the steps of tasks are told apart.
    """
    if not isinstance(handle.task, Task) or isinstance(handle, Stranger):
        return None
    coro: Any = handle.task._coro  # type: ignore[attr-defined]
    todo = [coro, handle._context, *(handle._args or ())]
    found = {id(handle), id(handle.task)}
    seen = set(found)
    while todo:
        thing = todo.pop()
        if id(thing) in seen or isinstance(thing, _CONSTANT):
            continue
        if isinstance(thing, asyncio.AbstractEventLoop) or thing is module:
            continue
        seen.add(id(thing))
        if not isinstance(thing, (*_TRANSPARENT, type)):
            found.add(id(thing))
        todo += _reached(thing, module)
    return frozenset(found)


def _reached(thing: Any, module: dict[str, Any]) -> list[Any]:  # noqa: PLR0911 - kind by kind
    """Return what code can reach from ``thing`` in one step."""
    if isinstance(thing, types.FunctionType):
        inside = [thing.__closure__, thing.__defaults__, thing.__kwdefaults__]
        if thing.__dict__:
            inside.append(thing.__dict__)
        return inside + _named(thing.__code__, thing.__globals__, module)
    if isinstance(thing, type):
        ours = thing.__module__ == "__main__"
        return [*vars(thing).values(), *thing.__bases__] if ours else []
    if isinstance(thing, asyncio.Future):
        # Without what waits for it. A task can be cancelled, and with it what it waits for.
        names = ("_result", "_exception", "__dict__", "_coro", "_fut_waiter")
        return [getattr(thing, name, None) for name in names]
    if isinstance(thing, weakref.ref):
        return [thing()]
    if isinstance(thing, contextvars.Context):
        return list(thing.values())  # copies share what they hold it in
    if isinstance(thing, types.CoroutineType | types.GeneratorType | types.AsyncGeneratorType):
        frames = (getattr(thing, f"{prefix}_frame", None) for prefix in ("cr", "gi", "ag"))
        frame = next((frame for frame in frames if frame is not None), None)
        return _in_frame(thing, frame, module) if frame is not None else []
    return [*gc.get_referents(thing)]


def _in_frame(thing: Any, frame: types.FrameType, module: dict[str, Any]) -> list[Any]:
    """Return what a suspended coroutine or generator refers to: variables and value stack."""
    skipped = {id(frame.f_globals), id(frame.f_builtins), id(frame)}
    inside = [one for one in gc.get_referents(thing) if id(one) not in skipped]
    return [*inside, *frame.f_locals.values(), *_named(frame.f_code, frame.f_globals, module)]


def _named(code: types.CodeType, names: dict[str, Any], module: dict[str, Any]) -> list[Any]:
    """Return the values of the program's global variables that ``code`` mentions."""
    if names is not module:
        return []
    return [module[name] for name in _mentioned(code) if name in module]
