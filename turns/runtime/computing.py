"""Which turns compute for long: on the virtual clock that takes no time, in reality it does."""

import time
from dataclasses import dataclass
from typing import Any

from turns.runtime.clock import Clock

LONG = 0.05
"""Seconds of the processor's time from which on a turn is told of."""
_OFTEN = 0.01
"""So often, in seconds, the processor is asked, which takes long itself."""
_now, _worked = time.perf_counter, time.process_time
"""The real ones, also during a run. One thread runs at a time."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A turn that computed for long."""

    turn: int
    seconds: float
    """Of the processor's time, beyond those that it took on the virtual clock. With an observer
    that follows every line, some of that is the observer's."""


class Computing:
    """Measures the turns of a run."""

    def __init__(self, clock: Clock) -> None:
        """Compare with the virtual ``clock``."""
        self._clock = clock
        self._long: list[tuple[Computed, bool]] = []
        self._open: dict[Any, tuple[int, float, float]] = {}
        """By loop: the turn, and when it began, by the virtual clock and by the real one."""
        self._asked = self._worked = 0.0
        """When the processor was asked last, and what it had worked by then."""

    @property
    def found(self) -> tuple[Computed, ...]:
        """The long turns, if it matters: the program reads a clock, or something was due later."""
        return tuple(one for one, mattered in self._long if mattered or self._clock.was_read)

    def begin(self, loop: Any, turn: int) -> None:
        """Begin to measure a turn."""
        now = _now()
        self._open[loop] = turn, self._clock.now, now
        if now - self._asked > _OFTEN:
            self._asked, self._worked = now, _worked()

    def end(self, loop: Any) -> None:
        """Note how long the turn of this loop took that has just ended, if there is one."""
        if loop not in self._open:
            return
        turn, began, really = self._open.pop(loop)
        if _now() - really < LONG:
            return
        seconds = _worked() - self._worked - (self._clock.now - began)
        if seconds >= LONG:
            has_timers = any(not handle._cancelled for handle in loop._scheduled)
            self._long.append((Computed(turn, seconds), has_timers))
