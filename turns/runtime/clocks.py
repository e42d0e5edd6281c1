"""What stands in for the functions that say what time it is, while a program is watched.

All of them tell the one virtual time. Those of the processor's work tell how much of it did not
pass while everybody waited, which is next to nothing: computing takes no time. What measures the
machine and not the time (`resource.getrusage`, `timeit`) stays real; and so does whatever is given
a time and only converts it.

Each asks which program is watched when it is called; see `turns.runtime.blocking`.
"""

import logging
import os
import queue
import sys
import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

from turns.runtime import context, polling
from turns.runtime.clock import EPOCH

_SECOND = 1_000_000_000
"""In nanoseconds."""
_UNIT = _SECOND if sys.version_info >= (3, 13) else 1
"""In which logging notes its beginning."""
_real: dict[str, Callable[..., Any]] = {
    name: value for name, value in vars(time).items() if callable(value)
}
_real_times = os.times


def monotonic() -> float:
    """Return the seconds since the program began."""
    running = context.current
    return polling.read(running) if running else float(_real["monotonic"]())


def now() -> float:
    """Return the seconds since 1970."""
    running = context.current
    return EPOCH + polling.read(running) if running else float(_real["time"]())


def _process_time() -> float:
    """Return the seconds that the processor has worked."""
    running = context.current
    if running is None:
        return float(_real["process_time"]())
    polling.read(running)
    return running.clock.busy


def _monotonic_ns() -> int:
    return round(monotonic() * _SECOND)


def _time_ns() -> int:
    """Return whole nanoseconds, for which a float is too small."""
    if context.current is None:
        return int(_real["time_ns"]())
    return round(EPOCH) * _SECOND + _monotonic_ns()


def _process_time_ns() -> int:
    return round(_process_time() * _SECOND)


def _named(*names: str) -> frozenset[int]:
    return frozenset(vars(time)[name] for name in names if hasattr(time, name))


_WALL = _named("CLOCK_REALTIME", "CLOCK_TAI")
_PROCESSOR = _named(
    *("CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID", "CLOCK_PROF", "CLOCK_VIRTUAL")
)
_IN_NANOSECONDS = {now: _time_ns, monotonic: _monotonic_ns, _process_time: _process_time_ns}


def _clock(number: int) -> Callable[[], float]:
    """Return which of our clocks stands in for one of the system's; those of threads are < 0."""
    if number in _WALL:
        return now
    return _process_time if number in _PROCESSOR or number < 0 else monotonic


def _clock_gettime(*args: Any, **kwargs: Any) -> float:
    real: float = _real["clock_gettime"](*args, **kwargs)  # raises where there is no such clock
    return _clock(*args)() if context.current else real


def _clock_gettime_ns(*args: Any, **kwargs: Any) -> int:
    real: int = _real["clock_gettime_ns"](*args, **kwargs)
    return _IN_NANOSECONDS[_clock(*args)]() if context.current else real


def _times() -> os.times_result:
    if context.current is None:
        return _real_times()
    return os.times_result((_process_time(), 0.0, 0.0, 0.0, monotonic()))


def _of_now(name: str, *, takes_none: bool) -> Callable[..., Any]:
    """Return what stands in for a function that converts a time, or what time it is now."""
    real = _real[name]

    def convert(*args: Any, **kwargs: Any) -> Any:
        is_asked = not (args or kwargs) or (takes_none and args == (None,))
        if is_asked and context.current is not None:
            args = (now() if takes_none else _real["localtime"](now()),)
        return real(*args, **kwargs)

    return convert


def _strftime(*args: Any, **kwargs: Any) -> Any:
    if context.current is not None and len(args) == 1:
        args = (*args, _real["localtime"](now()))
    return _real["strftime"](*args, **kwargs)


TABLE: list[tuple[object, str, object]] = [
    (time, "time", now),
    (time, "time_ns", _time_ns),
    *((time, name, monotonic) for name in ("monotonic", "perf_counter")),
    *((time, f"{name}_ns", _monotonic_ns) for name in ("monotonic", "perf_counter")),
    *((time, name, _process_time) for name in ("process_time", "thread_time")),
    *((time, f"{name}_ns", _process_time_ns) for name in ("process_time", "thread_time")),
    (time, "clock_gettime", _clock_gettime),
    (time, "clock_gettime_ns", _clock_gettime_ns),
    *((time, name, _of_now(name, takes_none=True)) for name in ("localtime", "gmtime", "ctime")),
    (time, "asctime", _of_now("asctime", takes_none=False)),
    (time, "strftime", _strftime),
    (os, "times", _times),
    # What these took from `time` when they were imported, or have from the system.
    (threading, "_time", monotonic),
    (queue, "time", monotonic),
    (uuid, "_generate_time_safe", None),
    (logging, "_startTime", type(logging._startTime)(EPOCH * _UNIT)),  # type: ignore[attr-defined]
]
"""Where, which name, and what stands there while a program is watched."""
