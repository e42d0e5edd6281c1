"""Warnings, logging, names of threads and garbage as in a fresh process, for the time of a run."""

import contextlib
import gc
import itertools
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import thread as thread_pools
from typing import Any

_HIDDEN = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


@contextlib.contextmanager
def process(*, collects: bool, steady: bool) -> Iterator[None]:
    """Set all of it back to how it begins; afterwards, to how it was.

    ``collects``: the program collects garbage itself, and must find no other than its own.
    ``steady``: nobody else may, at a time that depends on how much has been made so far.
    """
    with _warnings(), _logging(), _thread_names(), _garbage(collects, steady):
        yield


@contextlib.contextmanager
def _garbage(collects: bool, steady: bool) -> Iterator[None]:
    if collects:
        gc.collect()
        gc.freeze()
    was_enabled = gc.isenabled()
    if steady:
        gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextlib.contextmanager
def _warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.resetwarnings()
        for hidden in _HIDDEN:
            warnings.simplefilter("ignore", hidden)
        warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
        _begun[:] = _handling()
        yield


_begun: list[Any] = []
"""How warnings are treated at the start of a run."""


def _handling() -> list[Any]:
    return [warnings.filters[:], warnings.showwarning, vars(warnings).get("_showwarnmsg_impl")]


def are_warnings_changed() -> bool:
    """Tell whether warnings are treated otherwise than at the start of the run."""
    return _handling() != _begun


@contextlib.contextmanager
def _thread_names() -> Iterator[None]:
    pool: Any = thread_pools.ThreadPoolExecutor
    names: Any = threading
    counters = names._counter, pool._counter
    names._counter, pool._counter = itertools.count(1).__next__, itertools.count().__next__
    try:
        yield
    finally:
        names._counter, pool._counter = counters


@contextlib.contextmanager
def _logging() -> Iterator[None]:
    manager = logging.root.manager
    disable, before = manager.disable, {logger: _state(logger) for logger in _loggers()}
    for logger, state in before.items():  # whoever else is in this process set those up
        if state != _NEW and logger.name.partition(".")[0] not in sys.stdlib_module_names:
            _set(logger, _NEW)
    _set(logging.root, {**_NEW, "level": logging.WARNING})
    manager.disable = 0
    try:
        yield
    finally:
        manager.disable = disable
        for logger in _loggers():
            wanted = before.get(logger, _NEW)
            if _state(logger) != wanted:
                _set(logger, wanted)


def _loggers() -> Iterator[logging.Logger]:
    yield logging.root
    for logger in list(logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            yield logger


_NEW: dict[str, Any] = {
    "level": logging.NOTSET,
    "propagate": True,
    "disabled": False,
    "handlers": [],
    "filters": [],
}
"""What a logger begins with."""
_STEADY = frozenset(["name", "parent", "manager", "_cache"])


def _state(logger: logging.Logger) -> dict[str, Any]:
    """Return all of a logger that a program can change, and what it has set on it."""
    return {
        name: [*value] if isinstance(value, list) else value
        for name, value in vars(logger).items()
        if name not in _STEADY
    }


def _set(logger: logging.Logger, state: dict[str, Any]) -> None:
    for name in vars(logger).keys() - state.keys() - _STEADY:
        delattr(logger, name)
    for name, value in state.items():
        setattr(logger, name, [*value] if isinstance(value, list) else value)
    logger.setLevel(logger.level)  # forgets what was enabled


def loggers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Find the loggers that are not as they begin: their names, and all that is in them."""
    for logger in sorted(_loggers(), key=lambda logger: logger.name):
        state = _state(logger)
        if state != _NEW:
            yield logger.name, state
