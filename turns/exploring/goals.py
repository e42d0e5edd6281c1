"""What somebody who chooses the schedule himself may try to reach, and what that takes.

All of it is read off what was found about the program; what it promises cannot be reached, and the
proof of that is the lesson.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from turns.exploring.explore import Exploration
from turns.exploring.marks import Ran, number
from turns.exploring.outcomes import Outcome, Witness
from turns.exploring.program import Kind
from turns.exploring.schedule import Schedule
from turns.exploring.varying import steady
from turns.runtime.keys import ROOT
from turns.runtime.problem import Problem

_TEXTS = 12
"""Lines up to which all of an output may be asked for."""


class Aim(StrEnum):
    """What is to be reached."""

    EARLIER = "earlier"
    """A line before the one above it."""
    MISSING = "missing"
    """An outcome without a line."""
    DEADLOCK = "deadlock"
    OUTCOME = "outcome"
    """These lines and no others, in this order."""
    BETWEEN = "between"
    """Any line between a line and the one above it, where none can come."""


_MOST = (({Aim.DEADLOCK}, 1), ({Aim.EARLIER, Aim.MISSING}, 3), ({Aim.OUTCOME}, 2))
_IMPOSSIBLE = 2
"""How many goals of each kind are enough for a board."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to be reached."""

    aim: Aim
    mode: str
    """``queue``, or ``clock`` if timers have to fire early for it."""
    line: int
    """The index of the line that it is about, from 0; -1 for a deadlock and for an outcome."""
    text: str
    above: str
    """The text of the line above, where that matters."""
    texts: tuple[str, ...]
    """All lines of an outcome."""
    par: int | None
    """The fewest departures that reach it; None if no schedule does."""
    schedule: Schedule | None
    """One that does with so many."""


def goals(found: Exploration, mode: str) -> Iterator[Goal]:
    """Yield goals under ``queue`` or ``clock`` schedules, those with a low par first."""
    outcomes = found.outcomes.get(mode)
    possible = [*_possible(found, outcomes.listed if outcomes else (), mode)]
    yield from sorted(possible, key=_effort)
    yield from sorted(_impossible(found, mode), key=lambda goal: _is_plain(found, goal))


def choice(found: Exploration, *, can_choose: bool) -> Iterator[Goal]:
    """Yield a few goals, the easy ones first, and the impossible ones last.

    A goal that takes early timers is there only if nothing else reaches it. What is impossible is
    asked under ``queue`` schedules if there one ``can_choose`` at all.
    """
    possible: dict[tuple[object, ...], Goal] = {}
    for mode in ("queue", "clock"):
        for goal in goals(found, mode):
            if goal.par is not None:
                possible.setdefault((goal.aim, goal.line, goal.texts), goal)
    some: list[Goal] = []
    for aims, most in _MOST:
        shown = {goal.schedule for goal in some}  # what these reach is no other goal
        new = [one for one in possible.values() if one.aim in aims and one.schedule not in shown]
        first = {one.schedule: one for one in sorted(new, key=_effort, reverse=True)}
        some += _spread(sorted(first.values(), key=_effort), most)
    yield from sorted(some, key=_effort)
    impossible = [one for one in goals(found, "queue" if can_choose else "clock") if not one.par]
    surprising = [goal for goal in impossible if not _is_plain(found, goal)]
    yield from surprising[:_IMPOSSIBLE] or impossible[:1]


def _effort(goal: Goal) -> tuple[int, bool, int, tuple[str, ...]]:
    return goal.par or 0, goal.line < 0, goal.line, goal.texts


def _spread(listed: Sequence[Goal], most: int) -> list[Goal]:
    """Return so many of them: the first, the last, and what is evenly between."""
    if len(listed) <= most:
        return [*listed]
    return [listed[place * (len(listed) - 1) // (most - 1)] for place in range(most)]


def _is_plain(found: Exploration, goal: Goal) -> bool:
    """Tell whether it is about lines of one task, of which it is no surprise that they come so."""
    lines = found.normal.lines
    is_of_one = lines[goal.line].owner == lines[goal.line - 1].owner
    return goal.aim is Aim.EARLIER and is_of_one


def _impossible(found: Exploration, mode: str) -> Iterator[Goal]:
    texts = [mark.text for mark in found.marks]
    owners = [line.owner for line in found.normal.lines]
    for first, last in found.together:
        if last > first + 1 or {*owners} == {owners[first]}:
            continue  # it could be a line of the stretch itself, or nobody else prints any
        yield Goal(Aim.BETWEEN, mode, last, texts[last], texts[first], (), None, None)
    for index, mark in enumerate(found.marks):
        if ROOT in owners[index - 1 : index + 1]:
            continue  # printed outside of turns: that is no matter of who runs next
        if index and mark.because == "program" and mark.text != texts[index - 1]:
            yield Goal(Aim.EARLIER, mode, index, mark.text, texts[index - 1], (), None, None)


def _possible(found: Exploration, listed: Sequence[Outcome], mode: str) -> Iterator[Goal]:
    def goal(aim: Aim, witness: Witness, line: int = -1, texts: tuple[str, ...] = ()) -> Goal:
        text = found.marks[line].text if line >= 0 else ""
        above = found.marks[line - 1].text if line > 0 else ""
        schedule = witness.schedule
        return Goal(aim, schedule.mode, line, text, above, texts, witness.departures, schedule)

    for index, mark in enumerate(found.marks):
        if mark.witness is not None and mark.departs:
            is_early = Kind.named(mark.witness.schedule.mode).clock
            if is_early and not Kind.named(mode).clock:
                continue  # no timer can be early
            yield goal(Aim(mark.departs), mark.witness, index)
    deadlocks = [one.witness for one in listed if one.end.kind == "deadlock"]
    least = min(deadlocks, key=lambda one: one.departures, default=None)
    if least is not None and least.departures:
        yield goal(Aim.DEADLOCK, least)
    normal = tuple(map(steady, found.normal.output))
    seen = {normal}
    for one in listed:
        if one.texts not in seen and one.end.kind != "deadlock" and len(one.texts) <= _TEXTS:
            seen.add(one.texts)
            yield goal(Aim.OUTCOME, one.witness, texts=one.texts)


def is_reached(
    goal: Goal, normal: Sequence[str], texts: Sequence[str], problem: Problem | None
) -> bool:
    """Tell whether a run that printed ``texts``, and ended by itself or so, has reached a goal."""
    is_deadlock = problem is not None and problem.kind == "deadlock"
    if goal.par is None:
        return False
    if goal.aim is Aim.DEADLOCK:
        return is_deadlock
    if goal.aim is Aim.OUTCOME:
        return not is_deadlock and tuple(map(steady, texts)) == goal.texts
    return Ran([*number(normal)], texts, ended=True).how(goal.line) == goal.aim
