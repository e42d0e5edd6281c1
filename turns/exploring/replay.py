"""Repeat a schedule, and notice when that does not work."""

from dataclasses import dataclass

from turns.exploring.program import Kind
from turns.exploring.schedule import HOLD, Schedule, fingerprint
from turns.exploring.strategies import Holding, View
from turns.runtime.run import ChoicePoint


@dataclass(frozen=True)
class Divergence:
    """A run that was to repeat a schedule and went another way."""

    turn: int
    expected: str
    found: str

    def __str__(self) -> str:
        """Say it in one line."""
        went = f"expected {self.expected}, found {self.found}"
        return f"turn {self.turn} diverged from the schedule: {went}"


class Replay(Holding):
    """Decides what a schedule says; notes where that is not possible."""

    def __init__(self, schedule: Schedule) -> None:
        """Prepare to repeat ``schedule``."""
        super().__init__(Kind.named(schedule.mode))
        self.divergence: Divergence | None = None
        self._schedule = schedule

    def decide(self, point: ChoicePoint, view: View) -> int | None:
        """Follow the schedule as long as it can be followed."""
        left = self._schedule.choices[len(self.taken) :]
        if not left or left[0].number != self.choices:
            return None
        _, decided, whom = left[0]
        index = view.default if decided == HOLD else decided
        options = point.options
        if index < len(options) and fingerprint(options[index]) == whom:
            return decided
        found = options[index].label if index < len(options) else f"only {len(options)} options"
        turn = point.run.turns + 1
        self.divergence = Divergence(turn, f"choice {index} ({whom})", found)
        return None

    def finish(self, turns: int) -> Divergence | None:
        """Return where the run diverged: also if it ended before all was decided."""
        left = self._schedule.choices[len(self.taken) :]
        if self.divergence is None and left:
            self.divergence = Divergence(turns, f"choice number {left[0].number}", "the end")
        return self.divergence
