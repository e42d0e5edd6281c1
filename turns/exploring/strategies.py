"""How schedules are made: as asyncio does, first in, first out, and with departures from that."""

from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.program import QUEUE, Kind
from turns.exploring.schedule import HOLD, Choice, fingerprint
from turns.runtime.run import ChoicePoint


class Fifo:
    """Chooses as asyncio does."""

    def __init__(self, kind: Kind = QUEUE) -> None:
        """Make a schedule of this kind."""
        self.kind = kind
        self.clock, self.documented = kind.clock, kind.documented
        self.choices = 0
        """How many have been made."""
        self.error: Exception | None = None

    def choose(self, point: ChoicePoint) -> int:
        """Return the index of the one to run."""
        try:
            index = self.pick(point)
        except Exception as error:
            self.error = error  # the watched run only says that it was abandoned
            raise
        self.choices += 1
        return index

    def pick(self, _point: ChoicePoint) -> int:
        """Choose."""
        return 0


@dataclass(frozen=True)
class View:
    """Who could run next, by index."""

    held: Sequence[bool]
    early: Sequence[bool]
    """Timers that are not due."""

    @property
    def free(self) -> list[int]:
        """Those that may run without departing any further, in the order of the queue."""
        return [i for i, held in enumerate(self.held) if not held and not self.early[i]]

    @property
    def default(self) -> int:
        """Who runs if nothing is decided: what is held is let go when nothing else is left."""
        return min(self.free, default=self.held.index(True) if any(self.held) else 0)


class Holding(Fifo):
    """Departs from first in, first out where it decides to; see `turns.exploring.departures`."""

    def __init__(self, kind: Kind) -> None:
        """Hold nobody yet."""
        super().__init__(kind)
        self.taken: list[Choice] = []
        """What was decided, but for letting the default run."""
        self._held: set[int] = set()
        """The keys of turns: those of turns that have been are met no more."""

    def decide(self, _point: ChoicePoint, _view: View) -> int | None:
        """Return an index, `HOLD` to hold the default, or None to let it run."""
        return None

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        options = point.options
        early = [self.clock and option.early for option in options]
        while True:
            held = [option.key in self._held for option in options] if self._held else []
            view = View(held or [False] * len(options), early)
            decided = self.decide(point, view)
            index = view.default if decided is None or decided == HOLD else decided
            if decided is not None:
                self.taken.append(Choice(self.choices, decided, fingerprint(options[index])))
            if decided == HOLD:
                self._held.add(options[index].key)
                continue
            return index
