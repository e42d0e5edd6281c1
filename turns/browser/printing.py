"""Hand out the lines that a program prints while it runs."""

import json
import time
from collections.abc import Callable
from typing import Any

from turns.recording.recorder import Recorder
from turns.runtime.keys import Actor, Turn
from turns.runtime.output import Stream
from turns.runtime.threads import Seat

_now = time.perf_counter
"""The real clock, also during a run."""
_AT_ONCE = 100
"""Lines at the beginning that are handed out one by one: nothing may come after them for long."""
_BATCH, _SECONDS = 200, 0.05
"""How many of the others are handed out together, or after how much real time."""


class _Lines:
    """Lines that wait to be handed out."""

    def __init__(self, part: Callable[[str], object], bare: Callable[[str], str]) -> None:
        self._part, self._bare = part, bare
        self._whole: list[str] = []
        self._rest = ""
        self._given = 0
        self._when = _now()

    def add(self, text: str) -> None:
        """Take what is printed; hand out lines if there are enough, or if it is time."""
        *lines, self._rest = (self._rest + text).split("\n")
        self._whole += map(self._bare, lines)
        if len(self._whole) >= _BATCH or self._given < _AT_ONCE:
            self.give()
        else:
            self.look()

    def look(self) -> None:
        """Hand out lines that have lain here for long."""
        if self._whole and _now() - self._when > _SECONDS:
            self.give()

    def end(self) -> None:
        """Hand out all that is left, also of a line that has no end."""
        if self._rest:
            self._whole.append(self._bare(self._rest))
        self.give()

    def give(self) -> None:
        """Hand out the lines that there are."""
        if self._whole:
            self._part(json.dumps({"kind": "lines", "lines": self._whole}, ensure_ascii=False))
            self._given += len(self._whole)
            self._whole.clear()
        self._when = _now()


class Printing(Recorder):
    """Records a run, and hands out its lines in JSON, in batches."""

    def __init__(self, part: Callable[[str], object], bare: Callable[[str], str]) -> None:
        """Give batches to ``part``; ``bare`` takes what no page shows out of a line."""
        super().__init__()
        self.printed = _Lines(part, bare)

    def wrote(
        self, actor: Actor, seat: Seat | None, time: float, stream: Stream, text: str
    ) -> None:
        """Note what is written, and hand it out."""
        super().wrote(actor, seat, time, stream, text)
        if stream is Stream.OUTPUT:
            self.printed.add(text)

    def begin(self, loop: Any, turn: Turn, handle: Any) -> None:
        """Begin a turn; look whether something has lain here for long."""
        super().begin(loop, turn, handle)
        self.printed.look()

    def close(self) -> None:
        """Hand out the rest: the run is over."""
        super().close()
        self.printed.end()
