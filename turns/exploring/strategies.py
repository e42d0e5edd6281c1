"""Schedules that are worth a run: first in, first out, and those that hold somebody back.

`RandomPriorities` is PCT: S. Burckhardt, P. Kothari, M. Musuvathi, S. Nagarakatti, "A randomized
scheduler with probabilistic guarantees of finding bugs", ASPLOS 2010.
"""

import random
from collections.abc import Iterator, Sequence

from turns.exploring.program import QUEUE, Kind
from turns.exploring.schedule import Schedule, fingerprint
from turns.runtime.run import ChoicePoint


class Fifo:
    """Chooses as asyncio does, first in, first out, and remembers what it chose otherwise."""

    def __init__(self, kind: Kind = QUEUE) -> None:
        """Make a schedule of this kind."""
        self.kind = kind
        self.clock, self.documented = kind.clock, kind.documented
        self.choices = 0
        self.error: Exception | None = None
        self._taken: list[tuple[int, int, str]] = []

    def choose(self, point: ChoicePoint) -> int:
        """Return the index of the one to run."""
        try:
            index = self.pick(point)
        except Exception as error:
            self.error = error  # the watched run only says that it was abandoned
            raise
        if index:
            self._taken.append((self.choices, index, fingerprint(point.options[index])))
        self.choices += 1
        return index

    def pick(self, _point: ChoicePoint) -> int:
        """Choose."""
        return 0

    def schedule(self) -> Schedule:
        """Return what was chosen."""
        return Schedule("clock" if self.clock else "queue", tuple(self._taken))


class Scout(Fifo):
    """Notes everybody who could be chosen."""

    def __init__(self, *, clock: bool) -> None:
        """Begin with nobody."""
        super().__init__(clock=clock)
        self.keys: dict[int, int] = {}
        """The key of every turn that could be chosen, and its owner's."""

    def pick(self, point: ChoicePoint) -> int:
        """Choose the first."""
        self.keys |= {option.key: option.owner for option in point.options}
        return 0


class Lifo(Fifo):
    """Last in, first out; who is early comes after all others."""

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        return max((i for i, option in enumerate(point.options) if not option.early), default=0)


class Delaying(Fifo):
    """Lets one wait as long as anything else can go on."""

    def __init__(self, who: int, *, clock: bool) -> None:
        """Take the key of a turn or of an owner."""
        super().__init__(clock=clock)
        self.who = who

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        return next((i for i, o in enumerate(point.options) if self.who not in {o.key, o.owner}), 0)


class Prioritising(Delaying):
    """Lets one go on whenever it can."""

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        return next((i for i, o in enumerate(point.options) if self.who in {o.key, o.owner}), 0)


class RandomPriorities(Fifo):
    """Gives everybody a priority by lot, and draws one anew now and then."""

    def __init__(self, lot: random.Random, *, clock: bool) -> None:
        """Draw from ``lot``."""
        super().__init__(clock=clock)
        self._lot = lot
        self._priorities: dict[int, float] = {}

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        if self._lot.random() < 0.1:
            self._priorities.pop(self._lot.choice(point.options).owner, None)
        for option in point.options:
            if option.owner not in self._priorities:
                self._priorities[option.owner] = self._lot.random()
        return max(
            range(len(point.options)), key=lambda i: self._priorities[point.options[i].owner]
        )


def aimed(
    scout: Scout, lines: Sequence[tuple[int, int]], *, clock: bool, lots: int = 20
) -> Iterator[Fifo]:
    """Yield schedules by how likely they reverse lines.

    ``scout`` has been through the normal run; ``lines`` are the keys and the owners of the turns
    that printed, which the questions are about.
    """
    yield Lifo(clock=clock)
    for key in dict.fromkeys([*(key for key, _ in lines), *scout.keys]):
        if key in scout.keys:
            yield Delaying(key, clock=clock)
    for owner in dict.fromkeys([*(owner for _, owner in lines), *scout.keys.values()]):
        yield Delaying(owner, clock=clock)
        yield Prioritising(owner, clock=clock)
    for seed in range(lots):
        yield RandomPriorities(random.Random(seed), clock=clock)  # noqa: S311
