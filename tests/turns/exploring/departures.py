"""How many decisions against the queue a schedule takes at least."""

from collections.abc import Sequence
from typing import Any


class Departures:
    """Counts along a schedule.

    One decision lets somebody go first, past all others; or it holds somebody back until he runs,
    through however many turns, while the others go on in the order of the queue. Or it lets a timer
    fire that is not due. Which of the first two a turn out of order was shows only later, so all
    that it can have been is kept: who would be held back now, and what that would have cost. To
    hold more back is never worse later, so what costs no less and holds nobody else back is dropped.
    """

    def __init__(self) -> None:
        """Begin with nobody held back."""
        self._costs: dict[frozenset[int], int] = {frozenset(): 0}
        self._alive: list[Any] = []
        """The handles, so that their ids are not given out again."""

    @property
    def fewest(self) -> int:
        """Return the least that the decisions so far can have been."""
        return min(self._costs.values())

    def take(self, handles: Sequence[Any], early: set[int], index: int) -> None:
        """Let the handle at ``index`` run, of those that could, in the order of the queue."""
        self._alive += handles
        chosen = id(handles[index])
        costs: dict[frozenset[int], int] = {}

        def can_be(held: frozenset[int], cost: int) -> None:
            costs[held] = min(cost, costs.get(held, cost))

        for held, cost in self._costs.items():
            waiting = [
                id(handle)
                for i, handle in enumerate(handles)
                if i not in early and id(handle) not in held
            ]
            if index in early:
                can_be(held, cost + 1)
            elif chosen in held:
                can_be(held - {chosen}, cost)
            else:
                passed = waiting[: waiting.index(chosen)]
                can_be(held, cost + bool(passed))
                can_be(held | {*passed}, cost + len(passed))
        self._costs = {
            held: cost
            for held, cost in costs.items()
            if not any(held < more and cost >= less for more, less in costs.items())
        }
