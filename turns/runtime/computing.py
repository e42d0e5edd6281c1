"""Which turns compute for long: on the virtual clock that takes no time, in reality it does."""

import time
from dataclasses import dataclass
from typing import Any

from turns.runtime.clock import Clock

LONG = 0.05
"""Seconds of the processor's time from which on a turn is told of."""
_worked = getattr(time, "thread_time", time.process_time)
"""The real one, also during a run."""


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
        """By loop: the turn, what the processor had worked by then, and when it began."""

    @property
    def found(self) -> tuple[Computed, ...]:
        """The long turns, if it matters: the program reads a clock, or something was due later."""
        return tuple(one for one, mattered in self._long if mattered or self._clock.was_read)

    def begin(self, loop: Any, turn: int) -> None:
        """Begin to measure a turn."""
        self._open[loop] = turn, _worked(), self._clock.now

    def end(self, loop: Any) -> None:
        """Note how long the turn of this loop took that has just ended, if there is one."""
        if loop not in self._open:
            return
        turn, worked, began = self._open.pop(loop)
        seconds = _worked() - worked - (self._clock.now - began)
        if seconds >= LONG:
            has_timers = any(not handle._cancelled for handle in loop._scheduled)
            self._long.append((Computed(turn, seconds), has_timers))
