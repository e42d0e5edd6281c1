"""What this Python lacks and others have: named all the same, and refused with the reason."""

import concurrent.futures
import importlib.abc
import multiprocessing.context
import sys
from collections.abc import Iterator, Sequence
from types import FrameType, FunctionType, ModuleType
from typing import Any, Self

from turns.runtime import context, imports, refusing
from turns.runtime.limits import NoModuleError

_BETWEEN_PROCESSES = frozenset(["managers", "pool", "queues", "synchronize"])
"""The modules of `multiprocessing` that need a lock between processes; some of them come late."""
_IMPORTING = frozenset(["importlib", "importlib._bootstrap"])
"""Modules whose functions stand between an import and who looks for the module."""


def install() -> None:
    """Put what refuses where a program looks for it."""
    futures: Any = concurrent.futures
    if not hasattr(futures, "InterpreterPoolExecutor"):
        call = "concurrent.futures.InterpreterPoolExecutor()"
        futures.InterpreterPoolExecutor = refusing.refusing(call, refusing.INTERPRETER)
    for module in _modules():
        sys.modules.setdefault(module.__name__, module)
    for name in _shared():
        refused = refusing.refusing(f"multiprocessing.{name}()", refusing.WORKER)
        setattr(multiprocessing.context.BaseContext, name, refused)
        setattr(multiprocessing, name, refused)
    sys.meta_path.append(_Finder())


class _SemLock:
    SEM_VALUE_MAX = 2**31 - 1

    def __new__(cls, *_args: object, **_kwargs: object) -> Self:
        refusing.refuse("multiprocessing.Lock()", refusing.WORKER)


def _modules() -> Iterator[ModuleType]:
    """Make the modules in C by which processes share locks and memory."""
    memory = refusing.refusing("multiprocessing.shared_memory", refusing.MEMORY)
    lock = refusing.refusing("multiprocessing.Lock()", refusing.WORKER)
    for name, members in (
        ("_multiprocessing", {"SemLock": _SemLock, "sem_unlink": lock}),
        ("_posixshmem", {"shm_open": memory, "shm_unlink": memory}),
    ):
        module = ModuleType(name)
        vars(module).update(members)
        yield module


def _shared() -> list[str]:
    """Name what makes something that processes share, or processes."""
    methods = vars(multiprocessing.context.BaseContext).items()
    functions = ((name, one) for name, one in methods if isinstance(one, FunctionType))
    return [
        name
        for name, function in functions
        if not _BETWEEN_PROCESSES.isdisjoint(imports.imported(function.__code__))
    ]


class _Finder(importlib.abc.MetaPathFinder):
    """Comes last, and refuses a program what its import of the standard library does not find."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> None:
        """Leave all else as it is: what a library tries for, it can do without."""
        del path, target
        if fullname in sys.stdlib_module_names and _is_programs(sys._getframe(1)):
            where = refusing.place()
            at = f" at {where}" if where else ""
            why, instead = refusing.MODULE.why, refusing.MODULE.instead
            raise NoModuleError(f"import {fullname}{at}: {why}; {instead}", fullname)


def _is_programs(frame: FrameType | None) -> bool:
    """Tell whether a program imports something in its own file."""
    while frame is not None and frame.f_globals.get("__name__") in _IMPORTING:
        frame = frame.f_back
    running = context.current
    return (
        running is not None and frame is not None and frame.f_code.co_filename == running.filename
    )
