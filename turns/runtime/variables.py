"""The end of a program's variables: nobody else is to notice that they are gone."""

import gc
from types import FunctionType, ModuleType
from typing import Any

_CALLED = (ModuleType, FunctionType, type)
_FILLED = (list, tuple, dict, set, frozenset)
_USED = (*_CALLED, *_FILLED, str, bytes, int, float, type(None))


def _may_run(value: object) -> bool:
    """Tell whether code may run when it is destroyed: it is no plain data, nor filled with that."""
    if type(value) in _FILLED:
        inside: Any = value.values() if isinstance(value, dict) else value
        return not all(isinstance(one, _USED) for one in inside)
    return not isinstance(value, _USED)


def dismiss(names: dict[str, Any], *, collects: bool) -> None:
    """Let go of the program's variables: first of what may still run, last of what that uses.

    A real program's tasks are destroyed before its streams are closed, and find all of it.
    """
    if collects:  # as at the end of every interpreter; it puts what is left in order
        gc.collect()
    for is_first in (_may_run, lambda value: not isinstance(value, _CALLED)):
        for name in [name for name, value in names.items() if is_first(value)]:
            del names[name]
        if collects:
            gc.collect()
    names.clear()
