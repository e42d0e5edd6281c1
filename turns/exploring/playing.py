"""Somebody chooses who runs next: a schedule is made while it is run, and can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from turns.exploring.program import Kind
from turns.exploring.schedule import HOLD, Choice, Schedule
from turns.exploring.strategies import Holding, View
from turns.runtime.options import Option
from turns.runtime.run import ChoicePoint


class TakenBack(Exception):  # noqa: N818 - it is no error
    """The last choice is taken back: the run begins anew."""


@dataclass(frozen=True)
class Situation:
    """What somebody who chooses sees."""

    turn: int
    """The number of the turn that he chooses."""
    time: float
    lines: Sequence[str]
    """What has been printed."""
    options: Sequence[Option]
    usual: int
    """The index of the one that the queue would let run."""
    held: Sequence[bool]


Answer = int | None
"""The index of the one to run; None to hold back the usual one."""


class Playing(Holding):
    """Asks at each choice, after those that were answered before."""

    def __init__(
        self, kind: Kind, answered: list[Answer], ask: Callable[[Situation], Answer]
    ) -> None:
        """Repeat what is ``answered``, then ``ask``, which adds to that."""
        super().__init__(kind)
        self._answered = answered
        self._asked = 0
        self._ask = ask
        self.departures = 0

    def decide(self, point: ChoicePoint, view: View) -> int | None:
        """Ask, or repeat what was answered."""
        if self._asked == len(self._answered):
            texts = [line.text for line in point.run.lines]
            situation = Situation(
                point.run.turns + 1,
                point.run.clock.now,
                texts,
                point.options,
                view.default,
                view.held,
            )
            self._answered.append(self._ask(situation))
        answer = self._answered[self._asked]
        self._asked += 1
        if answer is None:
            self.departures += 1
            return HOLD
        if answer == view.default:
            return None
        self.departures += not view.held[answer]
        return answer

    @property
    def schedule(self) -> Schedule:
        """Return what was decided, to be repeated."""
        decided: tuple[Choice, ...] = tuple(self.taken)
        return Schedule(self.kind.mode, decided)
