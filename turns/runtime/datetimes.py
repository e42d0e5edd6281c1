"""What `datetime` says is now, while a program is watched.

Everybody has its classes by name, so another class would be noticed, and often not be met. What is
replaced are their methods (`turns.runtime.methods`).
"""

import contextlib
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from turns.runtime import clocks
from turns.runtime.methods import put

_from_timestamp = vars(datetime)["fromtimestamp"]
"""Asks nobody, whatever an heir has made of it; the real ``now`` does not, either."""


def _now(cls: type[datetime], tz: tzinfo | None = None) -> Any:
    """Return current date and time; in UTC, local time or that of a time zone."""
    return _from_timestamp.__get__(None, cls)(clocks.now(), tz)


def _utcnow(cls: type[datetime]) -> Any:
    """Return a new datetime representing UTC day and time."""
    for warning in _warnings:
        warnings.warn(str(warning.message), warning.category, stacklevel=2)
    utc = _now(datetime, UTC)
    year, month, day, hour, minute, second, *_ = utc.timetuple()
    return cls(year, month, day, hour, minute, second, utc.microsecond)


def _today(cls: type[date]) -> Any:
    """Return the current date or datetime, as ``cls.fromtimestamp(time.time())``."""
    return cls.fromtimestamp(clocks.now())


with warnings.catch_warnings(record=True) as _warnings:
    warnings.simplefilter("always")
    vars(datetime)["utcnow"].__get__(None, datetime)()

_STAND_INS = (
    (datetime, "now", classmethod(_now)),
    (datetime, "utcnow", classmethod(_utcnow)),
    (date, "today", classmethod(_today)),
)


@contextlib.contextmanager
def virtual() -> Iterator[None]:
    """Let them tell virtual time."""
    real = [(kind, name, vars(kind)[name]) for kind, name, _ in _STAND_INS]
    try:
        for row in _STAND_INS:
            put(*row)
        yield
    finally:
        for row in real:
            put(*row)
