"""Grade an answer to a challenge: over all schedules, and never better than what is proven."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from turns.exploring.explore import STOPPED, Effort, Exploration, explore, quiet
from turns.exploring.program import CLOCK, QUEUE, Budget, Kind, Program, now
from turns.grading import keeping
from turns.grading.asking import Broken, holds, is_broken, on_the_way, smallest
from turns.grading.challenge import Aim, Challenge, Goal, Rules
from turns.grading.keeping import Breach
from turns.recording.recorder import Recorder
from turns.runtime.compiling import read
from turns.runtime.execute import execute
from turns.runtime.limits import Limits
from turns.runtime.target import Target

BY_CHANCE = "another run of the same schedule prints something else"
UNWATCHED = {"unsupported", "time", "turns", "output", "network"}
"""Problems after which nothing is known of the program."""
_LONG = 1000
"""Turns of a normal run beyond which no other one is tried."""
_ENDS = (Aim.NO_DEADLOCK, Aim.NO_FAILURE)
"""Goals that say most of a run that does not reach them."""


class State(StrEnum):
    """What is known of a goal."""

    REACHED = "reached"
    BROKEN = "broken"
    OPEN = "open"


class Grade(StrEnum):
    """What came of grading."""

    REACHED = "reached"
    """Every schedule reaches all goals: that is proven."""
    BROKEN = "broken"
    """Some schedule does not."""
    UNPROVEN = "unproven"
    """The search could not see everything, and found nothing that is wrong."""
    CONSTRAINT = "constraint"
    """The answer does not keep what is to be kept."""
    FAILS = "fails"
    """The normal run ends with an error."""


@dataclass(frozen=True)
class Verdict:
    """What came of grading an answer."""

    kind: Grade
    goals: tuple[tuple[Goal, State], ...]
    """Those of the challenge, and those that are implied if they are broken."""
    broken: Broken | None = None
    """The run that does not reach a goal; None of a broken one if no run was found in time."""
    goal: Goal | None = None
    """The goal that says most of what is wrong."""
    breach: Breach | None = None
    error: str = ""
    """The line that names the exception."""
    line: int = 0
    """Of the answer, where it failed; 0 if that is not known."""
    why: tuple[str, ...] = ()
    """Why nothing is proven."""


def grade(
    target: Target, challenge: Challenge, effort: Effort, found: Exploration | None = None
) -> Verdict:
    """Grade a program; ``found`` is what is known about it, if somebody has explored it."""
    deadline = now() + effort.seconds
    source = read(target.path).decode("utf-8", "replace")
    breach = next(keeping.breaches(source, challenge.rules), None)
    if breach is not None:  # such a program need not be run
        return _refused(challenge, breach)
    if found is None:
        found = explore(target, replace(effort, clock=challenge.clock))
    normal = found.normal
    if normal.error is not None:
        line = _line(normal.error, target.path)
        return Verdict(Grade.FAILS, _all(challenge), error=normal.error_line or "", line=line)
    breach = next(_unexecuted(source, challenge.rules, target), None)
    if breach is not None:
        return _refused(challenge, breach)
    if normal.problem is not None and normal.problem.kind in UNWATCHED:
        why = f"{STOPPED}: {normal.problem}"
        return Verdict(Grade.UNPROVEN, _all(challenge), why=(why,))
    with quiet():
        return _Grader(target, challenge, effort, found, deadline).verdict()


def _all(challenge: Challenge) -> tuple[tuple[Goal, State], ...]:
    return tuple((goal, State.OPEN) for goal in challenge.goals)


def _refused(challenge: Challenge, breach: Breach) -> Verdict:
    return Verdict(Grade.CONSTRAINT, _all(challenge), breach=breach, line=breach.line)


def _unexecuted(source: str, rules: Rules, target: Target) -> Iterator[Breach]:
    if any(kept.runs for kept in rules.kept):
        recorder = Recorder()
        with quiet():
            outcome = execute(target, observer=recorder, limits=Limits())
        turns = recorder.recording(outcome).turns
        executed = {line for turn in turns for line in turn.lines}
        yield from keeping.unexecuted(source, rules, executed)


def _line(traceback: str, path: Path) -> int:
    """Return the last line of the program that a traceback names."""
    found = re.findall(rf'File "{re.escape(str(path))}", line (\d+)', traceback)
    return int(found[-1]) if found else 0


class _Grader:
    def __init__(
        self,
        target: Target,
        challenge: Challenge,
        effort: Effort,
        found: Exploration,
        deadline: float,
    ) -> None:
        self.challenge, self.effort, self.found = challenge, effort, found
        self.kind: Kind = CLOCK if challenge.clock else QUEUE
        self.deadline = deadline
        limits = Limits(seconds=effort.seconds, turns=4 * found.normal.turns + 200)
        self.program = Program(target, limits)
        self.space = found.spaces.get(self.kind.mode)

    def verdict(self) -> Verdict:
        goals = self.challenge.all_goals
        why = self._why()
        if why:
            broken = self._search(goals)
            if broken is None:
                return Verdict(Grade.UNPROVEN, _all(self.challenge), why=why)
            return self._broken(broken, {})
        assert self.space is not None  # noqa: S101  (for the type checker: `_why` says so)
        states = {
            goal: State.REACHED if holds(goal, self.space) else State.BROKEN for goal in goals
        }
        wrong = [goal for goal, state in states.items() if state is State.BROKEN]
        if not wrong:
            return Verdict(Grade.REACHED, self._shown(states))
        broken = self._search(wrong)
        if broken is None and self.space.graph is not None:
            broken = on_the_way(self.program, self.space.graph, wrong)
        return self._broken(broken, states)

    def _why(self) -> tuple[str, ...]:
        """Return why nothing is proven; nothing if it is."""
        if self.found.unknown:
            return self.found.unknown
        if self.space is None or self.space.cut:
            return (self.space.cut if self.space else "",)
        by_chance = any(mark.because == "nobody" for mark in self.found.marks)
        return (BY_CHANCE,) if by_chance else ()

    def _search(self, goals: Sequence[Goal]) -> Broken | None:
        normal = self.found.normal
        if normal.turns > _LONG or normal.polled:
            return None
        left = max(self.deadline - now(), 0.2 * self.effort.seconds)
        budget = Budget(self.effort.turns, now() + left, self.effort.progress)
        return smallest(self.program, self.kind, goals, budget)

    def _broken(self, broken: Broken | None, states: dict[Goal, State]) -> Verdict:
        goals = self.challenge.all_goals
        states = {goal: states.get(goal, State.OPEN) for goal in goals}
        if broken is not None:
            texts, end = broken.texts, broken.end
            states |= {goal: State.BROKEN for goal in goals if is_broken(goal, texts, end)}
            by_run = [goal for goal in goals if is_broken(goal, texts, end)]
        else:
            by_run = [goal for goal in goals if states[goal] is State.BROKEN]
        goal = next((one for one in by_run if one.aim in _ENDS), by_run[0])
        return Verdict(Grade.BROKEN, self._shown(states), broken, goal)

    def _shown(self, states: dict[Goal, State]) -> tuple[tuple[Goal, State], ...]:
        said = self.challenge.goals
        return tuple(
            (goal, state) for goal, state in states.items() if goal in said or state is State.BROKEN
        )
