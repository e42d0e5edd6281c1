"""Virtual time: a clock that moves only when nobody can run."""

TICK = 1e-9
"""Seconds that one reading takes. Readings on a real clock are never equal either; without this,
equal sleeps would have equal deadlines, and a heap does not keep those in order of creation."""

RESOLUTION = 1e-5
"""Deadlines closer than this, in seconds, are due at the same time."""

EPOCH = 1_000_000_000.0
"""What ``time.time()`` says when the virtual clock is at 0, in seconds."""


class Clock:
    """Seconds since the program began, as virtual time."""

    def __init__(self) -> None:
        """Begin at 0."""
        self.now = 0.0

    def read(self) -> float:
        """Return the time; the reading itself takes a tick."""
        self.now += TICK
        return self.now

    def move_to(self, when: float) -> None:
        """Let time pass until ``when``; a time in the past changes nothing."""
        self.now = max(self.now, when)
