"""While somebody waits for a long search: say how far it is, and end it when he asks for that."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from turns.commands import child
from turns.exploring.progress import Progress

_AFTER, _EVERY = 1.0, 0.2
"""Seconds until something is said, and between two times."""
_now = time.monotonic
"""The real clock, also during a run."""


class _Line:
    """The line of the terminal that says how far a search is."""

    def __init__(self) -> None:
        self._terminal = sys.stderr if sys.stderr.isatty() else None
        self._began = _now()
        self._next = self._began + _AFTER
        self._is_shown = False

    def tell(self, turns: int) -> None:
        if self._terminal is None or _now() < self._next:
            return
        self._next = _now() + _EVERY
        self._is_shown = True
        seconds = _now() - self._began
        self._terminal.write(
            f"\r{seconds:.0f} s, {turns:,} turns searched; Ctrl-C shows what was found so far "
        )
        self._terminal.flush()

    def clear(self) -> None:
        if self._is_shown and self._terminal is not None:
            self._terminal.write("\r\x1b[2K")
            self._terminal.flush()


@contextmanager
def watching() -> Iterator[Progress]:
    """Give what a search tells its progress to; `child` says by a signal that it is to end."""
    line = _Line()
    progress = Progress(line.tell)

    def end(_signal: int, _frame: FrameType | None) -> None:
        progress.is_over = True

    if child.ENOUGH is not None:
        signal.signal(child.ENOUGH, end)
    try:
        yield progress
    finally:
        line.clear()
