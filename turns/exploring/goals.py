"""What somebody who chooses the schedule himself may try to reach, and what that takes.

All of it is read off what was found about the program; what it promises cannot be reached, and the
proof of that is the lesson.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from turns.exploring.explore import Exploration
from turns.exploring.marks import Ran, number
from turns.exploring.outcomes import Outcome
from turns.exploring.program import Kind
from turns.runtime.problem import Problem


class Aim(StrEnum):
    """What is to be reached."""

    EARLIER = "earlier"
    """A line before the one above it."""
    MISSING = "missing"
    """An outcome without a line."""
    DEADLOCK = "deadlock"


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to be reached."""

    aim: Aim
    line: int
    """The index of the line that it is about, from 0; -1 for a deadlock."""
    text: str
    above: str
    """The text of the line above, where that matters."""
    par: int | None
    """The fewest departures that reach it; None if no schedule does."""


def goals(found: Exploration, mode: str) -> Iterator[Goal]:
    """Yield goals under ``queue`` or ``clock`` schedules, those with a low par first."""
    outcomes = found.outcomes.get(mode)
    possible = [*_possible(found, outcomes.listed if outcomes else (), mode)]
    yield from sorted(possible, key=lambda goal: (goal.par or 0, goal.line))
    for index, mark in enumerate(found.marks):
        if index and mark.because == "program" and mark.text != found.marks[index - 1].text:
            yield Goal(Aim.EARLIER, index, mark.text, found.marks[index - 1].text, None)


def _possible(found: Exploration, listed: Sequence[Outcome], mode: str) -> Iterator[Goal]:
    for index, mark in enumerate(found.marks):
        if mark.witness is not None and mark.departs:
            is_early = Kind.named(mark.witness.schedule.mode).clock
            if is_early and not Kind.named(mode).clock:
                continue  # no timer can be early
            above = found.marks[index - 1].text if index else ""
            yield Goal(Aim(mark.departs), index, mark.text, above, mark.witness.departures)
    deadlocks = [one.witness.departures for one in listed if one.end.kind == "deadlock"]
    least = min(deadlocks, default=0)
    if least:
        yield Goal(Aim.DEADLOCK, -1, "", "", least)


def is_reached(
    goal: Goal, normal: Sequence[str], texts: Sequence[str], problem: Problem | None
) -> bool:
    """Tell whether a run that printed ``texts``, and ended by itself or so, has reached a goal."""
    is_deadlock = problem is not None and problem.kind == "deadlock"
    if goal.aim is Aim.DEADLOCK:
        return is_deadlock
    return Ran([*number(normal)], texts, ended=True).how(goal.line) == goal.aim
