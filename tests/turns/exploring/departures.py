"""How many decisions against the queue a schedule takes at least."""

from collections.abc import Sequence

Name = tuple[int, int]
"""A handle's maker, and the how-many-th of its handles it is. The handle itself would keep alive
what the program lets go of."""


class Departures:
    """Counts along a schedule.

    One decision lets somebody go first, past all others; or it holds somebody back until he runs,
    through however many turns, while the others go on in the order of the queue. Or it lets a timer
    fire that is not due. Which of the first two a turn out of order was shows only later, so all
    that it can have been is kept: who would be held back now, and what that would have cost. To
    hold more back is never worse later, so what costs no less and holds nobody else back goes.
    """

    def __init__(self) -> None:
        """Begin with nobody held back."""
        self._costs: dict[frozenset[Name], int] = {frozenset(): 0}

    @property
    def fewest(self) -> int:
        """Return the least that the decisions so far can have been."""
        return min(self._costs.values())

    def take(self, names: Sequence[Name], early: set[int], index: int) -> None:
        """Let the one at ``index`` run, of those that could, in the order of the queue."""
        chosen = names[index]
        costs: dict[frozenset[Name], int] = {}

        def can_be(held: frozenset[Name], cost: int) -> None:
            costs[held] = min(cost, costs.get(held, cost))

        for held, cost in self._costs.items():
            waiting = [n for i, n in enumerate(names) if i not in early and n not in held]
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
