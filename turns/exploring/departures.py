"""Schedules by how little they depart from the normal run: the smallest witnesses come first.

A *departure* is one decision against the queue: somebody goes first, or is held back until
something else has happened, through however many turns. At each choice the handles stand in the
order of the queue, and some of them are held. The first that is not held runs for nothing, and so
does one that is let go; another one runs for one departure, and for one departure the first is
held. A timer that is not due fires for one.

Of two moments at which the same can follow (`turns.exploring.digest`, with the order of the queue),
the same are held and the same was printed, only the first is followed: schedules are run by rising
departures, so nothing that is found later departs less.

To compare moments takes many times as long as to run. So a schedule is run as it is first, and run
again, with the moments compared, only when all with as few departures have been run and more is
wanted: then what departs from it is put down for later.
"""

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turns.exploring.digest import Digester
from turns.exploring.nfa import End, decided_end_of, end_of
from turns.exploring.opaque import Opaque
from turns.exploring.program import Budget, Kind, Program
from turns.exploring.schedule import HOLD, Schedule
from turns.exploring.strategies import Fifo, Holding, View
from turns.exploring.varying import steady
from turns.runtime.limits import Stop
from turns.runtime.run import ChoicePoint

_AS_IT_IS, _BRANCHING = range(2)
"""For what a plan is followed: in this order, among those with the same departures."""
Plan = tuple[tuple[int, int], ...]
"""What departs: at which choice, and the index of who runs then, or `HOLD`."""


@dataclass(frozen=True)
class Found:
    """What a schedule printed."""

    departures: int
    texts: tuple[str, ...]
    end: End | None
    """None if it met a limit of its own, or could not be followed."""
    schedule: Schedule


class Departures:
    """Goes through the schedules of a program, those with few departures first."""

    def __init__(self, program: Program, kind: Kind) -> None:
        """Prepare."""
        self.kind = kind
        self._program = program
        self._digester = Digester(program.target, any_timer=kind.clock)
        self._seen: set[bytes] = set()
        self._numbers = itertools.count()
        self._todo: list[tuple[int, int, int, Plan]] = [(0, _BRANCHING, 0, ())]
        """By departures, then by what for, then as they were put down."""

    def run(self, budget: Budget) -> Iterator[Found]:
        """Yield what is found, the normal run first: that is there even if there is no budget."""
        outcome = self._program.run(Fifo(self.kind))
        nothing = Schedule(self.kind.mode, ())
        yield Found(0, tuple(map(steady, outcome.output)), end_of(outcome), nothing)
        while self._todo and not budget.exhausted:
            departures, stage, number, plan = heapq.heappop(self._todo)
            branching = stage == _BRANCHING
            strategy = _Departing(self, plan, departures, budget, branching=branching)
            outcome = self._program.run(strategy)
            budget.spend(outcome.turns)
            if branching:
                continue
            heapq.heappush(self._todo, (departures, _BRANCHING, number, plan))
            if outcome.polled:  # on another machine it goes another way
                continue
            end = None if strategy.has_met else decided_end_of(outcome)
            texts = tuple(map(steady, outcome.output))
            yield Found(departures, texts, end, strategy.schedule())

    def push(self, departures: int, plan: Plan) -> None:
        """Leave a plan for later."""
        heapq.heappush(self._todo, (departures, _AS_IT_IS, next(self._numbers), plan))

    def is_new(self, point: ChoicePoint, held: Sequence[bool]) -> bool:
        """Say whether no schedule has been here; what cannot be compared is always new."""
        try:
            state = self._digester.of(point, ordered=True)
        except Opaque:
            return True
        printed = "\0".join(steady(line.text) for line in point.run.lines).encode(
            errors="surrogatepass"
        )
        key = b"".join((state, bytes(held), printed))
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


class _Departing(Holding):
    """Follows a plan, then the queue; if it branches, it puts down what departs from there."""

    def __init__(
        self, search: Departures, plan: Plan, departures: int, budget: Budget, *, branching: bool
    ) -> None:
        super().__init__(search.kind)
        self.has_met = False
        """It came to where another schedule has branched, or there was no time left, and ended."""
        self._branching = branching
        self._search = search
        self._plan = plan
        self._departures = departures
        self._budget = budget

    def decide(self, point: ChoicePoint, view: View) -> int | None:
        """Follow the plan; after that, if this branches, see whether somebody was here."""
        at = len(self.taken)
        if at < len(self._plan):
            number, index = self._plan[at]
            if number != self.choices:
                return None
            if index >= len(point.options):  # the program is another one than before
                self.has_met = True
                raise Stop
            return index
        has_met = self._branching and not self._search.is_new(point, view.held)
        if has_met or self._budget.exhausted:
            self.has_met = True
            raise Stop
        if self._branching:
            self._branch(view)
        return None

    def _branch(self, view: View) -> None:
        def later(departures: int, index: int) -> None:
            self._search.push(self._departures + departures, (*self._plan, (self.choices, index)))

        for index, held in enumerate(view.held):
            if index != view.default:
                later(0 if held else 1, index)
        if len(view.free) > 1 or (view.free and any(view.early)):
            later(1, HOLD)

    def schedule(self) -> Schedule:
        """Return what was decided."""
        return Schedule(self.kind.mode, tuple(self.taken))
