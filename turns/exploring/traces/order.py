"""What must come before what in one run, and which pairs of turns could have come the other way.

Two runs are the same *trace* if one comes from the other by exchanging neighbours that touch
nothing in common (A. Mazurkiewicz, 1977). `Order` says of one run which turns come before which in
all runs of its trace, and which pairs are *races*: neighbours, but for turns that could as well be
elsewhere, of which the second could have come first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from turns.exploring.traces.access import Access, Deed


@dataclass(frozen=True)
class Event:
    """One turn of a run."""

    key: int
    """Its name; see `turns.runtime.keys`."""
    parent: int
    """The number, from 0, of the turn that made its handle; -1 for none."""
    task: int | None
    """The key of the task of which it is a step."""
    instant: int
    """How often time had moved on; with that, all before happens before all after."""
    access: Access
    deed: Deed

    def meets(self, other: "Event") -> bool:
        """Tell whether the order of the two matters."""
        return self.deed.meets(other.deed) or self.access.meets(other.access)


@dataclass(frozen=True)
class Order:
    """Before and after in one run. Sets of turns are bits in a number."""

    before: tuple[int, ...]
    """By turn, those that come before it."""
    races: tuple[tuple[int, int], ...]

    def reversing(self, first: int, second: int) -> list[int]:
        """Return which turns can come next, before ``first``, where ``second`` comes before it."""
        bit, before = 1 << first, self.before
        among = [one for one in range(first + 1, second) if not before[one] & bit] + [second]
        mask = sum(1 << one for one in among)
        return [one for one in among if not before[one] & mask]


def ordered(events: Sequence[Event]) -> Order:
    """Find the order of a run."""
    before: list[int] = []
    races = []
    steps: dict[int, int] = {}
    moved = 0
    for j, event in enumerate(events):
        if j and events[j - 1].instant < event.instant:
            moved = j
        mask = (1 << moved) - 1
        for one in _causes(events, j, steps):
            mask |= before[one] | 1 << one
        for i in range(j - 1, moved - 1, -1):
            if not mask >> i & 1 and events[i].meets(event):
                races.append((i, j))
                mask |= before[i] | 1 << i
        before.append(mask)
        if event.task is not None:
            steps[event.task] = j
    return Order(tuple(before), tuple(races))


def _causes(events: Sequence[Event], j: int, steps: dict[int, int]) -> list[int]:
    """Return the turns without which this one could not be."""
    event = events[j]
    found = []
    if event.parent >= 0:
        found.append(event.parent)
        counter = events[event.parent].access.counter
        if counter is not None:  # woken by the last that counted: all of them are needed
            found += [i for i in range(event.parent) if events[i].access.counter == counter]
    if event.task in steps:
        found.append(steps[event.task])
    return found
