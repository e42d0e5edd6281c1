"""Virtual time: a clock that moves when nobody can run, and slowly for who waits by polling.

Computing takes no time on it. A program that waits without ever blocking, by reading a clock or by
yielding to the loop again and again, would wait for ever then. So after a thousand readings, or a
thousand passes of loops, during which time stood still, each takes time after all: the nth takes
n/1000 times what it takes in reality. That is what a real run takes as long as there are a few
thousand, so timeouts around honest work do not fire too soon; and the more there are, the faster
time goes: a second is over after 14,000 passes or 100,000 readings, a minute after eight times as
many. The last one overshoots what is waited for by 70 or 20 microseconds in a second.

A thousand passes are at least a thousand turns, and of a program with so many nothing is proven
anyway (`turns.exploring.explore`): whatever can be explored keeps the clock that stands still.
"""

from turns.runtime.chance import Chance

NANOSECOND = 1e-9
"""Seconds. All times are whole numbers of these, as on a real clock: so a sum of floats is as exact
as the sum that the program means."""

RESOLUTION = 1e-5
"""Deadlines closer than this, in seconds, are due at the same time."""

EPOCH = 1_000_000_000.0
"""What ``time.time()`` says when the virtual clock is at 0, in seconds."""

MANY = 1000
"""So many readings, or passes, take no time."""
READING, PASS = 2e-7, 1e-5
"""Seconds that one takes in reality, in a loop that does little else."""


def rounded(seconds: float) -> float:
    """Return the whole nanosecond that is nearest."""
    return round(seconds, 9)


class Standstill:
    """Counts what happens while time stands still."""

    def __init__(self, seconds: float) -> None:
        """Each takes so many ``seconds`` in reality."""
        self._seconds = seconds
        self._count = 0

    def cost(self) -> float:
        """Count one more; return the seconds that it takes."""
        self._count += 1
        return self._seconds * self._count / MANY if self._count > MANY else 0.0

    def end(self) -> None:
        """Begin anew: time has moved by itself."""
        self._count = 0

    def slow_down(self) -> None:
        """Begin anew, for another wait; one who has polled goes on to poll."""
        self._count = MANY if self._count > MANY else 0


class Clock:
    """Seconds since the program began, as virtual time."""

    def __init__(self, chance: Chance | None = None) -> None:
        """Begin at 0, and take a nanosecond for each reading, if that is not left to chance."""
        self.now = rounded(chance.hour()) if chance else 0.0
        self.polled = False
        """Time has passed because of how often somebody looked whether it had."""
        self.was_read = False
        """The program has asked for the time."""
        self._chance = chance
        self._slept = self.now
        self._readings, self._passes = Standstill(READING), Standstill(PASS)
        self._is_read = False
        self._awaited: object = None

    @property
    def busy(self) -> float:
        """The seconds that did not pass while all were waiting: what a processor has worked."""
        return rounded(self.now - self._slept)

    def read(self) -> float:
        """Return the time; a reading takes some, since no two on a real clock are equal.

        Only the program reads so. Of asyncio's own readings nobody but asyncio knows, and deadlines
        that are equal without them stay equal: timers remember which of them was first.
        """
        self.was_read = self._is_read = True
        cost = self._readings.cost()
        if cost:
            self.polled = True
        least = self._chance.reading() if self._chance else NANOSECOND
        self.now = rounded(self.now + max(cost, least))
        return self.now

    def begin_pass(self, awaited: object) -> bool:
        """Begin a pass of a loop in which nobody waits; say whether it has taken time.

        ``awaited`` is the deadline that is next, wherever; None if there is none. As long as that
        is the same, and the loop goes round and round, somebody may be polling. Without one it may
        still be the clock itself that somebody polls.
        """
        is_read, self._is_read = self._is_read, False
        if awaited is None and not is_read:
            return False
        if awaited != self._awaited:
            self._awaited = awaited
            self._passes.slow_down()
        cost = self._passes.cost()
        if not cost:
            return False
        self.polled = True
        self.now = rounded(self.now + cost)
        return True

    def move_to(self, when: float) -> None:
        """Let time pass until ``when``; a time in the past changes nothing."""
        when = rounded(when)
        if when <= self.now:
            return
        if when >= self.now + RESOLUTION:
            self._readings.end()
            self._passes.end()
        self._slept += when - self.now
        self.now = when
