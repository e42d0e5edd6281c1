"""Schedules by how little they depart from the normal run: the smallest witnesses come first.

A *departure* is one decision against the queue: somebody goes first, or is held back until
something else has happened, through however many turns. At each choice the handles stand in the
order of the queue, and some of them are held. The first that is not held runs for nothing, and so
does one that is let go; another one runs for one departure, and for one departure the first is
held. A timer that is not due fires for one.

Of two moments at which the same can follow (`turns.exploring.digest`, with the order of the queue),
the same are held and the same was printed, only the first is followed: schedules are run by rising
departures, so nothing that is found later departs less.
"""

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turns.exploring.digest import Digester
from turns.exploring.nfa import End, end_of
from turns.exploring.object_graph import Opaque
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.schedule import Schedule
from turns.exploring.strategies import Fifo
from turns.runtime.limits import Stop
from turns.runtime.run import ChoicePoint

_HOLD = -1
Plan = tuple[tuple[int, int], ...]
"""What departs: at which choice, and the index of who runs then; `_HOLD`: the first is held."""


@dataclass(frozen=True)
class Found:
    """What a schedule printed."""

    departures: int
    texts: tuple[str, ...]
    end: End | None
    """None if it was left where it met an earlier one: the same follows there."""
    schedule: Schedule


class Departures:
    """Goes through the schedules of a program, those with few departures first."""

    def __init__(self, program: Program, kind: Kind) -> None:
        """Prepare."""
        self.is_complete = False
        """Every schedule has been run, or ends like one that has."""
        self.kind = kind
        self._program = program
        self._digester = Digester(program.code, any_timer=kind.clock)
        self._seen: set[bytes] = set()
        self._numbers = itertools.count()
        self._todo: list[tuple[int, int, Plan]] = [(0, 0, ())]

    def run(self, budget: Budget) -> Iterator[Found]:
        """Yield what is found; a schedule that meets a limit of its own is passed over."""
        while self._todo:
            if budget.exhausted:
                return
            departures, _, plan = heapq.heappop(self._todo)
            strategy = _Departing(self, plan, departures)
            outcome = self._program.run(strategy)
            budget.spend(outcome.turns)
            end = None if strategy.has_met else end_of(outcome)
            if strategy.has_met or end is not None:
                yield Found(departures, tuple(outcome.output), end, strategy.schedule())
        self.is_complete = True

    def push(self, departures: int, plan: Plan) -> None:
        """Leave a plan for later."""
        heapq.heappush(self._todo, (departures, next(self._numbers), plan))

    def is_new(self, point: ChoicePoint, held: Sequence[bool]) -> bool:
        """Say whether no schedule has been here; what cannot be compared is always new."""
        try:
            state = self._digester.of(point, ordered=True)
        except Opaque:
            return True
        printed = "\0".join(line.text for line in point.run.lines).encode(errors="surrogatepass")
        key = b"".join((state, bytes(held), printed))
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


class _Departing(Fifo):
    """Follows a plan, then the queue, and leaves what departs from there for later."""

    def __init__(self, search: Departures, plan: Plan, departures: int) -> None:
        super().__init__(search.kind)
        self.has_met = False
        """It came to where another schedule has been, and ended."""
        self._search = search
        self._plan = plan
        self._departures = departures
        self._at = 0
        """How much of the plan has been followed."""
        self._held: set[int] = set()

    def pick(self, point: ChoicePoint) -> int:
        """Choose."""
        early = [self.clock and option.early for option in point.options]
        while True:
            held = [id(handle) in self._held for handle in point.handles]
            held += [False] * (len(early) - len(held))
            free = [i for i in range(len(early)) if not held[i] and not early[i]]
            default = free[0] if free else (held.index(True) if any(held) else 0)
            if self._at == len(self._plan):
                if not self._search.is_new(point, held):
                    self.has_met = True
                    raise Stop
                self._branch(free, held, early, default)
                return self._run(point, default)
            number, index = self._plan[self._at]
            if number > self.choices:
                return self._run(point, default)
            self._at += 1
            if index != _HOLD:
                return self._run(point, index)
            self._held.add(id(point.handles[default]))

    def _branch(self, free: list[int], held: list[bool], early: list[bool], default: int) -> None:
        def later(departures: int, index: int) -> None:
            self._search.push(self._departures + departures, (*self._plan, (self.choices, index)))

        for index in range(len(held)):
            if index != default:
                later(0 if held[index] else 1, index)
        others = any(one and not gone for one, gone in zip(early, held, strict=True))
        if len(free) > 1 or (free and others):
            later(1, _HOLD)

    def _run(self, point: ChoicePoint, index: int) -> int:
        if index < len(point.handles):
            self._held.discard(id(point.handles[index]))
        return index
