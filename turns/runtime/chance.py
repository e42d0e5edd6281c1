"""What no schedule decides, drawn by lot: orders of sets, hashes, the hour, `random`, collections.

In an ordinary watched run all of that is the same each time, so that a run can be repeated. Where
two runs that differ in nothing else print different lines, nobody promises those lines.
"""

import random
from collections.abc import Iterable
from typing import Any

_LONGEST_READING = 5000
"""Nanoseconds."""
_COLLECTIONS = 0.5
"""How many turns begin with a collection of garbage."""
_MANY, _LATER = 1000, 0.01
"""Turns of a run after which there are so few: each takes time in proportion to the program."""


class Chance:
    """One lot for everything that happens by chance in a run."""

    def __init__(self, seed: int) -> None:
        """The same seed draws the same."""
        self._lot = random.Random(seed)  # noqa: S311 - nobody's secret
        self._turns = 0
        random.seed(seed)

    def hash(self) -> int:
        """Return what a task is hashed by, which is its address in a real run."""
        return self._lot.getrandbits(30)

    def shuffled(self, things: Iterable[Any]) -> list[Any]:
        """Return an order in which a set of such things could be gone through."""
        order = [*things]
        self._lot.shuffle(order)
        return order

    def collects(self) -> bool:
        """Say whether garbage is collected now, as may happen at any time."""
        self._turns += 1
        return self._lot.random() < (_COLLECTIONS if self._turns <= _MANY else _LATER)

    def hour(self) -> float:
        """Return what the clock says at the beginning, in seconds."""
        return self._lot.random() * 1000

    def reading(self) -> float:
        """Return how long it takes to read the clock, in seconds."""
        return self._lot.randrange(1, _LONGEST_READING) * 1e-9
