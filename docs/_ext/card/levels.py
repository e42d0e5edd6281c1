"""Which levels the practice page has: goals and questions of all snippets, from easy to hard.

Nothing is picked by hand. What can be asked about each program is found (`turns.exploring.goals`,
`card.choices`); of each kind as many are taken as `PATTERN` needs, spread over their difficulty,
and dealt in its order.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import cycle, islice
from typing import TYPE_CHECKING

from card import choices
from card.saying import rules
from turns.exploring.goals import Aim, Goal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from card.choices import Choice
    from turns.exploring.findings import Findings
    from turns.snippet.grammar import ExpectedLine

    Known = tuple[Findings, Sequence[ExpectedLine]]
    """What was found out about a program, and its output."""

MOST, LEAST = 34, 25
"""Levels that the page has if there are enough, and without which it is none."""
PER_SNIPPET = 2
MOST_LINES = 5
"""Lines of an outcome that can be asked for."""
PATTERN = (
    *("possible", "values", "possible", "impossible"),
    *("possible", "promise", "possible", "impossible"),
)
"""In which order kinds of levels follow each other, again and again."""
MISTAKES = {
    "starts-at-once": "create-task-schedules",
    "starts-when-awaited": "start-order",
    "call-starts": "calling-builds",
    "await-switches": "await-suspends",
    "awaits-overlap": "await-is-a-call",
    "pause-holds": "sleep-zero",
    "blocking-pauses": "blocking",
    "wakes-at-once": "fifo",
    "zero-is-soon": "one-pass",
    "gather-as-finished": "gather-results",
    "gather-cancels": "gather-failure",
}
"""The rule that corrects a mistake."""


@dataclass(frozen=True)
class Level:
    """Something to be reached in a program, or a question about it."""

    snippet: str
    kind: str
    line: int
    """The index of the line that it is about, from 0; -1 if it is about none."""
    hard: tuple[int, int, int]
    """How difficult it is, among levels of its kind."""
    goal: tuple[int, Goal] | None = None
    """Its number among the program's goals, and what it is."""
    choice: Choice | None = None

    @property
    def key(self) -> str:
        """What it is called where a browser keeps that it is solved."""
        goal = self.goal[1].aim if self.goal else self.kind
        return ":".join((self.snippet, str(goal), *([str(self.line)] if self.line >= 0 else [])))


def levels(known: Mapping[str, Known]) -> list[Level]:
    """Return the levels that can be made of programs, by name; fewer than `LEAST` are none."""
    found = [level for name in sorted(known) for level in _of(name, *known[name])]
    by_kind = {kind: [one for one in found if one.kind == kind] for kind in PATTERN}
    order = [*islice(cycle(PATTERN), MOST)]
    used: Counter[str] = Counter()
    taken = {
        kind: _spread(by_kind[kind], order.count(kind), used)
        # What there is little of chooses first.
        for kind in sorted(by_kind, key=lambda kind: len(by_kind[kind]))
    }
    return [taken[kind].pop(0) for kind in order if taken[kind]]


def corrects(level: Level) -> str | None:
    """Return the name of the rule that corrects the mistake behind a level, if there is one."""
    answers = level.choice.answers if level.choice else ()
    rules = (f"rule-{MISTAKES[name]}" for name, _ in answers if name in MISTAKES)
    return next(rules, None)


def rule_of(level: Level, found: Findings) -> str:
    """Return the name of the rule that puts the line of a level where it stands."""
    if level.line < 0:
        is_deadlock = level.goal and level.goal[1].aim is Aim.DEADLOCK
        return "rule-lock-is-fair" if is_deadlock else "rule-fifo"
    return rules.rule(found, level.line) or "rule-fifo"


def _of(name: str, found: Findings, expected: Sequence[ExpectedLine]) -> Iterator[Level]:
    """Yield all levels that a program could have, if everything about it is proven."""
    if found.unknown or not found.recording.turns:
        return
    turns = len(found.recording.turns)
    for number, goal in enumerate(found.board.goals if found.board else ()):
        kind = "impossible" if goal.par is None else "possible"
        own = goal.aim is Aim.EARLIER and goal.par is None and _is_plain(found, goal.line)
        # What more than the queue forbids is harder to believe.
        is_promised = goal.line >= 0 and found.marks[goal.line].because != "queue"
        hard = (goal.par or 0, int(is_promised or goal.mode != "queue"), turns)
        is_short = len(goal.text) <= choices.LONGEST and len(goal.texts) <= MOST_LINES
        if is_short and not own:
            yield Level(name, kind, goal.line, hard, goal=(number, goal))
    for kind, asks in (("values", choices.values), ("promise", choices.promise)):
        choice = asks(found, expected)
        if choice:
            hard = (len(choice.above), len(choice.answers), turns)
            yield Level(name, kind, choice.line, hard, choice=choice)


def _is_plain(found: Findings, line: int) -> bool:
    """Tell whether nobody would expect a line before the one above."""
    return found.causes[line].place.relation in choices.OWN_TURN


def _spread(found: list[Level], count: int, used: Counter[str]) -> list[Level]:
    """Take so many levels from the easiest to the hardest, each of another program.

    A deadlock is always among them; ``used`` counts the levels that programs have by now.
    """
    programs: set[str] = set()
    taken: list[Level] = []
    ranked = sorted(found, key=lambda one: (one.hard, one.key))
    deadlocks = [one for one in ranked if one.goal and one.goal[1].aim is Aim.DEADLOCK]
    for level in (*deadlocks[:1], *_evenly(ranked, count)):
        if (
            len(taken) < count
            and level.snippet not in programs
            and used[level.snippet] < PER_SNIPPET
        ):
            programs.add(level.snippet)
            used[level.snippet] += 1
            taken.append(level)
    return sorted(taken, key=lambda one: (one.hard, one.key))


def _evenly(ranked: list[Level], count: int) -> Iterator[Level]:
    """Yield all levels, first ``count`` that are evenly spread, and then those between them."""
    step = max(1, len(ranked) // max(1, count))
    for first in range(step):
        yield from ranked[first::step]
