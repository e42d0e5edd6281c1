"""Warnings, logging and names of threads as a fresh process has them, for the time of a run."""

import contextlib
import itertools
import logging
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import thread as thread_pools
from typing import Any

_HIDDEN = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


@contextlib.contextmanager
def process() -> Iterator[None]:
    """Set all of it back to how it begins; afterwards, to how it was."""
    with _warnings(), _logging(), _thread_names():
        yield


@contextlib.contextmanager
def _warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.resetwarnings()
        for hidden in _HIDDEN:
            warnings.simplefilter("ignore", hidden)
        warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
        yield


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
    root, manager = logging.root, logging.root.manager
    handlers, level, disabled = root.handlers[:], root.level, root.disabled
    disable = manager.disable
    levels = {
        name: (logger.level, logger.handlers[:], logger.propagate, logger.disabled)
        for name, logger in manager.loggerDict.items()
        if isinstance(logger, logging.Logger)
    }
    root.handlers[:], root.disabled, manager.disable = [], False, 0
    root.setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.handlers[:], root.disabled, manager.disable = handlers, disabled, disable
        root.setLevel(level)
        for name, logger in list(manager.loggerDict.items()):
            if not isinstance(logger, logging.Logger):
                continue
            wanted = levels.get(name, (logging.NOTSET, [], True, False))
            if (logger.level, logger.handlers, logger.propagate, logger.disabled) != wanted:
                logger.setLevel(wanted[0])
                logger.handlers[:], logger.propagate, logger.disabled = wanted[1:]
