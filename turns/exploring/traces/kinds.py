"""Kinds of objects: what can change, what of it can be seen, and what belongs to the program."""

import asyncio
import collections
import contextvars
import functools
import itertools
import sys
import types
from collections.abc import Iterable
from typing import Any

from turns.runtime.handles import Task

CONSTANT: frozenset[type] = frozenset(
    (
        *(str, bytes, int, float, bool, complex, type(None), type(...), type(NotImplemented)),
        *(range, types.CodeType, types.GetSetDescriptorType, types.MemberDescriptorType),
        *(types.MethodDescriptorType, types.WrapperDescriptorType),
        *(types.ClassMethodDescriptorType, types.FrameType, types.TracebackType),
    )
)
TRANSPARENT: frozenset[type] = frozenset(
    (
        *(tuple, frozenset, slice, types.MethodType, types.MethodWrapperType, staticmethod),
        *(classmethod, property, types.MappingProxyType, contextvars.ContextVar),
    )
)
"""They never change, and are what they refer to."""
_SAMPLES: tuple[Iterable[object], ...] = (
    *([], (), "", "\u4e2d", b"", bytearray(), range(0), range(1 << 70), {}, {}.values()),
    *({}.items(), set(), collections.deque()),
)
_REVERSIBLE: tuple[Any, ...] = ([], {}, {}.values(), {}.items())
VISIBLE: frozenset[type] = frozenset(
    (
        *(list, dict, set, bytearray, object, collections.deque, collections.defaultdict),
        *(collections.OrderedDict, functools.partial, contextvars.Token),
        *(type(iter(sample)) for sample in _SAMPLES),
        *(type(reversed(sample)) for sample in _REVERSIBLE),
        *(enumerate, zip, map, filter, reversed),
        *(itertools.count, itertools.cycle, itertools.chain, itertools.islice, itertools.repeat),
    )
)
"""They can change, and all they hold is seen by `gc.get_referents`."""
_VISIBLE_BY_NAME = frozenset(
    "FutureIter TaskStepMethWrapper coroutine_wrapper async_generator_asend"
    " async_generator_athrow anext_awaitable dict_keys dict_values dict_items"
    " async_generator_wrapped_value".split()
)
_VISIBLE_BASES: frozenset[type] = VISIBLE | CONSTANT | TRANSPARENT
PREFIXES = {
    types.CoroutineType: "cr",
    types.GeneratorType: "gi",
    types.AsyncGeneratorType: "ag",
}
FUTURES = frozenset((asyncio.Future, asyncio.Task, Task, asyncio.tasks._GatheringFuture))  # type: ignore[attr-defined]
FOREIGN = frozenset(
    (
        *(f"asyncio.{name}" for name in ("tasks", "locks", "queues", "timeouts", "taskgroups")),
        *("asyncio.futures", "asyncio.mixins", "asyncio.coroutines", "contextlib", "functools"),
        *("types", "dataclasses", "enum", "collections", "typing"),
    )
)
"""Modules whose functions keep nothing in global variables that a program can see."""
CLASS_NOISE = frozenset(
    "__dict__ __weakref__ __doc__ __module__ __abstractmethods__ _abc_impl __annotations__"
    " __annotate__ __annotate_func__ __annotations_cache__ __dataclass_fields__"
    " __dataclass_params__ __match_args__ __orig_bases__ __parameters__ __type_params__"
    " __static_attributes__ __firstlineno__".split()
)
_HEAP_TYPE, _IMMUTABLE_TYPE = 1 << 9, 1 << 8


def is_harmless(module: object) -> bool:
    """Tell whether a function of this module does nothing until it is called.

    What a function of asyncio's does that is called by a turn, it does to what it is given, or to
    the loop: runs a coroutine of a module that is not in `FOREIGN`, ends it, or makes callbacks.
    """
    return module in FOREIGN or str(module).startswith("asyncio.")


def is_foreign(kind: type) -> bool:
    """Tell whether a class is one of a module that is not the program's."""
    found: Any = sys.modules.get(kind.__module__)
    if kind.__module__ == "__main__" or found is None:
        return False
    for name in kind.__qualname__.split("."):
        found = getattr(found, name, None)
    return found is kind


def is_visible(kind: type) -> bool:
    """Tell whether all that an object of this class holds is seen by `gc.get_referents`."""
    known = kind.__module__ in {"builtins", "_asyncio"} and kind.__name__ in _VISIBLE_BY_NAME
    if kind in VISIBLE or known:
        return True
    base = next(above for above in kind.__mro__ if not _is_written_in_python(above))
    return base in _VISIBLE_BASES or issubclass(base, BaseException)


def is_static(kind: type) -> bool:
    """Tell whether nobody can change this class."""
    return bool(kind.__flags__ & _IMMUTABLE_TYPE) or not kind.__flags__ & _HEAP_TYPE


def _is_written_in_python(kind: type) -> bool:
    if not kind.__flags__ & _HEAP_TYPE or kind.__flags__ & _IMMUTABLE_TYPE:
        return False
    module = sys.modules.get(kind.__module__)
    file = str(getattr(module, "__file__", ""))
    return kind.__module__ == "__main__" or file.endswith((".py", ".pyc"))
