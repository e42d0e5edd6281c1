"""What is explored: a program, the kind of its schedules, and how far to go."""

import time
from dataclasses import dataclass

from turns.exploring.progress import ENDED, Progress
from turns.runtime.execute import Outcome, execute
from turns.runtime.limits import Limits
from turns.runtime.observer import Observer
from turns.runtime.run import Strategy
from turns.runtime.target import Target

now = time.perf_counter
"""The real clock, also during a run: there `time` says what time it is in the program."""


@dataclass(frozen=True)
class Kind:
    """Which schedules there are. See `turns.runtime.run.Strategy`."""

    clock: bool = False
    """Pending timers may fire early: clock schedules. Otherwise, queue schedules."""
    documented: bool = False
    """Only those in which callbacks that the program registers keep their order."""

    @property
    def mode(self) -> str:
        """Name it for a token."""
        if self.documented:
            return "timed" if self.clock else "documented"
        return "clock" if self.clock else "queue"

    @classmethod
    def named(cls, mode: str) -> "Kind":
        """Return the kind of schedules with this name."""
        return cls(mode in {"clock", "timed"}, mode in {"documented", "timed"})


QUEUE, CLOCK = Kind(), Kind(clock=True)
DOCUMENTED = Kind(clock=True, documented=True)


@dataclass(frozen=True)
class Program:
    """A program, and how far one run of it may go."""

    target: Target
    limits: Limits

    def run(self, strategy: Strategy, observer: Observer | None = None) -> Outcome:
        """Run it; raise what went wrong in the strategy itself."""
        outcome = execute(
            self.target,
            strategy=strategy,
            observer=observer,
            limits=self.limits,
            history=True,
        )
        error = getattr(strategy, "error", None)
        if error is not None:
            raise error
        return outcome


OUT_OF_TURNS, OUT_OF_TIME = "out of turns", "out of time"


class Budget:
    """How far a search may go. Turns, not seconds, are the usual end: the same on every machine."""

    def __init__(self, turns: int, until: float, progress: Progress | None = None) -> None:
        """``until`` is a time of `time.perf_counter`; ``progress`` is told what is spent."""
        self.turns = turns
        """Those that are left."""
        self.until = until
        self._progress = progress or Progress()

    def spend(self, turns: int) -> None:
        """Take note of a run of so many turns."""
        self.turns -= turns
        self._progress.spend(turns)

    def part(self, part: int) -> "Budget":
        """Return a budget of one so-many-th of what is left."""
        now = time.perf_counter()
        return Budget(self.turns // part, now + (self.until - now) / part, self._progress)

    @property
    def exhausted(self) -> str:
        """What there is no more of; empty if there is some of all."""
        if self._progress.is_over:
            return ENDED
        if self.turns <= 0:
            return OUT_OF_TURNS
        return OUT_OF_TIME if now() >= self.until else ""
