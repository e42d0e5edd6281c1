"""Repeat a schedule, and notice when that does not work."""

from dataclasses import dataclass

from turns.exploring.schedule import Schedule, fingerprint
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


class Replay:
    """Chooses what a schedule says; notes where that is not possible."""

    def __init__(self, schedule: Schedule) -> None:
        """Prepare to repeat ``schedule``."""
        self.clock = schedule.mode == "clock"
        self.documented = False
        self.divergence: Divergence | None = None
        self._left = {number: (index, name) for number, index, name in schedule.choices}
        self._number = -1

    def choose(self, point: ChoicePoint) -> int:
        """Return the index of the one to run."""
        self._number += 1
        index, name = self._left.pop(self._number, (0, None))
        if name is None or self.divergence is not None:
            return 0
        if index >= len(point.options) or fingerprint(point.options[index]) != name:
            found = (
                point.options[index].label
                if index < len(point.options)
                else f"only {len(point.options)} options"
            )
            self.divergence = Divergence(point.run.turns + 1, f"choice {index} ({name})", found)
            return 0
        return index

    def finish(self, turns: int) -> Divergence | None:
        """Return where the run diverged: also if it ended before all choices were made."""
        if self.divergence is None and self._left:
            self.divergence = Divergence(turns, f"choice number {min(self._left)}", "the end")
        return self.divergence
