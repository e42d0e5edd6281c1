"""Who holds a lock, for whoever reports a deadlock."""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

from turns.runtime import context


def _is_locked(lock: Any) -> bool:
    return bool(vars(lock)["_locked"])


def _lock(lock: Any, value: bool) -> None:
    vars(lock)["_locked"] = value
    running = context.current
    if running is None:
        return
    if value:
        running.holders[lock] = getattr(running.baton.current.actor, "task", None)
    else:
        running.holders.pop(lock, None)


@contextlib.contextmanager
def noted() -> Iterator[None]:
    """Note whose turn takes an `asyncio.Lock`, which does not know it itself."""
    lock: Any = asyncio.Lock
    lock._locked = property(_is_locked, _lock)
    try:
        yield
    finally:
        del lock._locked
