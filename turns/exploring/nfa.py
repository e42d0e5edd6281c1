"""What schedules can print, as an automaton: points, and the lines that lead from one to another.

An engine (`turns.exploring.graph`, `turns.exploring.traces`) writes down here what it has found;
the same outcome may stand there on many ways. `turns.exploring.dfa` and `turns.exploring.promises`
read it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from turns.runtime.execute import Outcome
from turns.runtime.problem import Waiting

POLLED = "how often it polls before time goes on depends on the machine"
"""Why nothing is known of a run in which time went on because of that (`turns.runtime.clock`)."""


@dataclass(frozen=True)
class End:
    """How a program ends."""

    kind: str
    """``finished``, ``deadlock``, ``failed`` or ``exit``."""
    detail: str = ""
    """The line that names the error; the exit status."""
    waiting: tuple[Waiting, ...] = ()
    """Who waits for what, in a deadlock."""


def end_of(outcome: Outcome) -> End | None:
    """Return how a run ended; None if a limit of ours, or a strategy, ended it, or if it polled.

    How often somebody polls until time has gone on is no part of a state, and another machine's.
    """
    if outcome.polled:
        return None
    problem = outcome.problem
    if problem is not None and problem.kind == "deadlock":
        return End("deadlock", waiting=problem.waiting)
    if problem is not None and problem.kind != "exit":
        return None
    if outcome.error:
        return End("failed", outcome.error_line or "")
    return End("exit", str(outcome.exit)) if outcome.exit else End("finished")


def decided_end_of(outcome: Outcome) -> End | None:
    """Return the same, or None if nobody decides it, or knows how it would go on in reality."""
    return None if outcome.is_left or outcome.notes else end_of(outcome)


def why_stopped(outcome: Outcome) -> str:
    """Say in one line why a run has no end."""
    if outcome.is_left:
        return "what is left behind is destroyed in an order that nobody decides"
    if outcome.polled:
        return f"in a schedule, {POLLED}"
    if outcome.problem is None and outcome.notes:
        return f"a schedule goes on without {outcome.notes[0]}"
    message = outcome.problem.message if outcome.problem is not None else ""
    return f"a schedule was stopped: {message}"


class Source(Protocol):
    """All outcomes, for those who ask about a few lines of them."""

    def about(self, *texts: str) -> "Nfa":
        """Return an automaton that has all lines with these texts, in all their orders."""


class Nfa:
    """A nondeterministic automaton whose letters are lines; points are numbers, 0 is the start."""

    def __init__(self) -> None:
        """Begin with the start alone."""
        self.silent: list[set[int]] = []
        """Where each point leads without a line."""
        self.printing: list[dict[str, set[int]]] = []
        """Where each point leads, by the line that is printed."""
        self.ends: dict[int, End] = {}
        """The points at which the program has ended, and how; nothing leads on from there."""
        self._end_points: dict[End, int] = {}
        self.point()

    def point(self) -> int:
        """Return a new point."""
        self.silent.append(set())
        self.printing.append({})
        return len(self.silent) - 1

    def about(self, *_texts: str) -> "Nfa":
        """Return what answers questions about lines with these texts, and any others."""
        return self

    def end(self, end: End) -> int:
        """Return the point at which the program has ended so."""
        if end not in self._end_points:
            self._end_points[end] = self.point()
            self.ends[self._end_points[end]] = end
        return self._end_points[end]

    def lead(self, point: int, texts: Sequence[str], target: int) -> None:
        """Let ``point`` lead to ``target``, with these lines in this order on the way."""
        if not texts:
            self.silent[point].add(target)
            return
        for text in texts[:-1]:
            following = self.point()
            self.printing[point].setdefault(text, set()).add(following)
            point = following
        self.printing[point].setdefault(texts[-1], set()).add(target)

    def silently(self, points: Iterable[int]) -> frozenset[int]:
        """Return where one can be from some points before the next line."""
        found = set(points)
        todo = [*found]
        while todo:
            new = self.silent[todo.pop()] - found
            found |= new
            todo += new
        return frozenset(found)
