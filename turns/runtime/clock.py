"""Virtual time: a clock that moves only when nobody can run."""

from turns.runtime.chance import Chance

NANOSECOND = 1e-9
"""Seconds. All times are whole numbers of these, as on a real clock: so a sum of floats is as exact
as the sum that the program means."""

RESOLUTION = 1e-5
"""Deadlines closer than this, in seconds, are due at the same time."""

EPOCH = 1_000_000_000.0
"""What ``time.time()`` says when the virtual clock is at 0, in seconds."""


def rounded(seconds: float) -> float:
    """Return the whole nanosecond that is nearest."""
    return round(seconds, 9)


class Clock:
    """Seconds since the program began, as virtual time."""

    def __init__(self, chance: Chance | None = None) -> None:
        """Begin at 0, and take a nanosecond for each reading, if that is not left to chance."""
        self.now = rounded(chance.hour()) if chance else 0.0
        self._chance = chance

    def read(self) -> float:
        """Return the time; a reading takes some, since no two on a real clock are equal.

        Only the program reads so. Of asyncio's own readings nobody but asyncio knows, and deadlines
        that are equal without them stay equal: timers remember which of them was first.
        """
        self.now = rounded(self.now + (self._chance.reading() if self._chance else NANOSECOND))
        return self.now

    def move_to(self, when: float) -> None:
        """Let time pass until ``when``; a time in the past changes nothing."""
        self.now = max(self.now, rounded(when))
